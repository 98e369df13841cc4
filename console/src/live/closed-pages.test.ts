import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCell } from './cell.ts'
import { createClosedPages, joinedClosed } from './closed-pages.ts'
import type { KnownState } from './known-state.ts'
import { conversation, conversationId, knowing } from './testing/made-up.ts'

/** Closed so many minutes before noon. */
const closed = (letter: string, minutesAgo: number) =>
  conversation({
    id: conversationId(letter),
    state: 'closed',
    stateSince: new Date(Date.UTC(2026, 2, 2, 12, -minutesAgo)).toISOString(),
  })
const firstPage = [closed('a', 1), closed('b', 2)]

function pagesOver(answer: () => Promise<ReturnType<typeof closed>[]>, more = false) {
  const known = makeCell<KnownState>(knowing(firstPage, { closed: true }))
  const asked: (string | undefined)[] = []
  const pages = createClosedPages(known, async (after) => {
    asked.push(after?.id)
    return { conversations: await answer(), more }
  })
  pages.startFrom(firstPage, true)
  return {
    pages,
    asked,
    shown: () => [...(known.read()?.conversations.keys() ?? [])].map((id) => id.at(-1)).join(''),
  }
}

test('the next page begins after the last one, and the last page ends them', async () => {
  const { pages, asked, shown } = pagesOver(async () => [closed('c', 3), closed('d', 4)])
  await pages.loadMore()
  assert.deepEqual(asked, [conversationId('b')])
  assert.equal(shown(), 'abcd')
  assert.equal(pages.hasMore.read(), false)
  await pages.loadMore()
  assert.equal(asked.length, 1)
})

test('while a page is on its way none is asked for', async () => {
  const { pages, asked } = pagesOver(async () => [closed('c', 3)], true)
  await Promise.all([pages.loadMore(), pages.loadMore()])
  assert.equal(asked.length, 1)
})

test('a page that could not be fetched is said so, and asked for again from the same place', async () => {
  let isBroken = true
  const { pages, asked } = pagesOver(async () => {
    if (isBroken) throw new Error('no answer')
    return [closed('c', 3)]
  })
  await pages.loadMore()
  assert.equal(pages.progress.read(), 'failed')
  isBroken = false
  await pages.loadMore()
  assert.equal(pages.progress.read(), 'idle')
  assert.deepEqual(asked, [conversationId('b'), conversationId('b')])
})

test('a page that a snapshot overtook is thrown away: it no longer joins', async () => {
  const { pages, shown } = pagesOver(async () => {
    pages.startFrom([closed('x', 0)], true)
    return [closed('c', 3)]
  })
  await pages.loadMore()
  assert.equal(shown(), 'ab')
  assert.equal(pages.end.read()?.id, conversationId('x'))
})

test('an older conversation known for another reason waits until the pages reach it', () => {
  const list = [...firstPage, closed('z', 60)]
  const letters = (all: readonly { id: string }[]) => all.map(({ id }) => id.at(-1)).join('')
  assert.equal(letters(joinedClosed(list, closed('b', 2), true)), 'ab')
  assert.equal(letters(joinedClosed(list, closed('b', 2), false)), 'abz')
  assert.equal(letters(joinedClosed(list, closed('z', 60), true)), 'abz')
  assert.equal(letters(joinedClosed(list, null, true)), '')
})

test('a page that comes when nothing was loaded begins at the newest', async () => {
  const { pages, asked } = pagesOver(async () => [closed('c', 3)])
  pages.startFrom([], true)
  await pages.loadMore()
  assert.deepEqual(asked, [undefined])
  assert.equal(pages.end.read()?.id, conversationId('c'))
})
