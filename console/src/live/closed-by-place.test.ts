import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SubAccountId } from '#contract/ids.ts'
import { makeCell } from './cell.ts'
import { createClosedByPlace } from './closed-by-place.ts'
import type { KnownState } from './known-state.ts'
import { conversation, conversationId, knowing } from './testing/made-up.ts'

const [lyon, lille] = ['lyon', 'lille'] as SubAccountId[]
const closed = (letter: string, subAccountId: SubAccountId | undefined, minutesAgo: number) =>
  conversation({
    id: conversationId(letter),
    state: 'closed',
    ...(subAccountId && { subAccountId }),
    stateSince: new Date(Date.UTC(2026, 2, 2, 12, -minutesAgo)).toISOString(),
  })
const firstPage = [closed('a', lyon, 1), closed('b', lyon, 2)]
const more = { pending: false, open: false, closed: true }

function places() {
  const asked: string[] = []
  const byPlace = createClosedByPlace(makeCell<KnownState>(knowing(firstPage)), async (place, after) => {
    asked.push(`${place} after ${after?.id.at(-1)}`)
    return { conversations: [closed('c', lille, 3)], more: false }
  })
  byPlace.startFrom({ closed: firstPage, more })
  return { byPlace, asked }
}

test('each sub-account asks for its own pages, after the last of its own that the first page held', async () => {
  const { byPlace, asked } = places()
  for (const place of [lyon, lille, null]) if (place !== undefined) await byPlace.of(place).loadMore()
  assert.deepEqual(asked, ['lyon after b', 'lille after undefined', 'null after b'])
})

test('the end of one place is not the end of another', async () => {
  const { byPlace } = places()
  await byPlace.of(lille ?? null).loadMore()
  assert.equal(byPlace.of(lille ?? null).hasMore.read(), false)
  assert.equal(byPlace.of(null).hasMore.read(), true)
})

test('a snapshot begins all of them anew; where the first page is all there is, nobody asks for more', async () => {
  const { byPlace, asked } = places()
  await byPlace.of(lille ?? null).loadMore()
  byPlace.startFrom({ closed: firstPage, more: { ...more, closed: false } })
  await byPlace.of(lille ?? null).loadMore()
  assert.equal(asked.length, 1)
  assert.equal(byPlace.of(lille ?? null).end.read(), null)
})
