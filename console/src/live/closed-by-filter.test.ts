import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SubAccountId } from '#contract/ids.ts'
import { makeCell } from './cell.ts'
import { createClosedByFilter } from './closed-by-filter.ts'
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

const of = (subAccountId: SubAccountId | undefined) => (subAccountId ? { subAccountId } : {})

function places() {
  const asked: string[] = []
  const byFilter = createClosedByFilter(makeCell<KnownState>(knowing(firstPage)), async ({ subAccountId }, after) => {
    asked.push(`${subAccountId} after ${after?.id.at(-1)}`)
    return { conversations: [closed('c', lille, 3)], more: false }
  })
  byFilter.startFrom({ closed: firstPage, more })
  return { byFilter, asked }
}

test('the same filter is the same pages, however it is written', () => {
  const { byFilter } = places()
  assert.equal(byFilter.of({ language: 'fr', from: 'x' }), byFilter.of({ from: 'x', language: 'fr' }))
  assert.notEqual(byFilter.of({ language: 'fr' }), byFilter.of({ language: 'en' }), 'control')
})

test('each sub-account asks for its own pages, after the last of its own that the first page held', async () => {
  const { byFilter, asked } = places()
  for (const subAccountId of [lyon, lille, undefined]) await byFilter.of(of(subAccountId)).loadMore()
  assert.deepEqual(asked, ['lyon after b', 'lille after undefined', 'undefined after b'])
})

test('the end of one place is not the end of another', async () => {
  const { byFilter } = places()
  await byFilter.of(of(lille)).loadMore()
  assert.equal(byFilter.of(of(lille)).hasMore.read(), false)
  assert.equal(byFilter.of({}).hasMore.read(), true)
})

test('a snapshot begins all of them anew; where the first page is all there is, nobody asks for more', async () => {
  const { byFilter, asked } = places()
  await byFilter.of(of(lille)).loadMore()
  byFilter.startFrom({ closed: firstPage, more: { ...more, closed: false } })
  await byFilter.of(of(lille)).loadMore()
  assert.equal(asked.length, 1)
  assert.equal(byFilter.of(of(lille)).end.read(), null)
})
