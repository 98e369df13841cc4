import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lists } from '#client/agent-lists.ts'
import { conversation, conversationId } from '../testing/made-up.ts'
import { type HeldIds, holdLists, idsOf, type ShownLists } from './hold-lists.ts'

const lists = (pending: string, open: string, closed = ''): Lists => ({
  pending: [...pending].map((letter) => conversation({ id: conversationId(letter), state: 'pending' })),
  open: [...open].map((letter) => conversation({ id: conversationId(letter), state: 'open' })),
  closed: [...closed].map((letter) => conversation({ id: conversationId(letter), state: 'closed' })),
})
const letters = (shown: ShownLists) => {
  const { pending, open, closed }: HeldIds = idsOf(shown.lists)
  return [pending, open, closed].map((ids) => ids.map((id) => id.at(-1)).join('')).join(' ')
}

test('without a hand on them the lists are shown as they are', () => {
  assert.equal(letters(holdLists(lists('ab', 'cd'), null, null)), 'ab cd ')
})

test('under a hand newcomers wait and are counted, and known cards keep their order', () => {
  const shown = holdLists(lists('ab1', '2dc'), idsOf(lists('ab', 'cd')), null)
  assert.equal(letters(shown), 'ab cd ')
  assert.equal(shown.waiting, 2)
})

test('a card that has left its list is gone at once, and waits where it went', () => {
  const shown = holdLists(lists('b', 'acd'), idsOf(lists('ab', 'cd')), null)
  assert.equal(letters(shown), 'b cd ')
  assert.equal(shown.waiting, 1)
})

test('the conversation one has just picked up is shown where it went', () => {
  const shown = holdLists(lists('b', 'acd'), idsOf(lists('ab', 'cd')), conversationId('a'))
  assert.equal(letters(shown), 'b acd ')
  assert.equal(shown.waiting, 0)
})

test('older closed conversations, fetched by scrolling, are no newcomers; freshly closed ones are', () => {
  const shown = holdLists(lists('', '', '0abcde'), idsOf(lists('', '', 'abc')), null)
  assert.equal(letters(shown), '  abcde')
  assert.equal(shown.waiting, 1)
})
