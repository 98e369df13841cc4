import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lists } from '#client/agent-lists.ts'
import { conversation, conversationId } from '../../../live/testing/made-up.ts'
import { holdLists, idsOf, letIn } from './hold-lists.ts'

const lists = (pending: string, open: string, closed = ''): Lists => ({
  pending: [...pending].map((letter) => conversation({ id: conversationId(letter), state: 'pending' })),
  open: [...open].map((letter) => conversation({ id: conversationId(letter), state: 'open' })),
  closed: [...closed].map((letter) => conversation({ id: conversationId(letter), state: 'closed' })),
})
const letters = (shown: Lists) =>
  [shown.pending, shown.open, shown.closed].map((list) => list.map(({ id }) => id.at(-1)).join('')).join(' ')

test('under a hand newcomers wait and are counted, and known cards keep their order', () => {
  const shown = holdLists(lists('ab1', '2dc'), idsOf(lists('ab', 'cd')))
  assert.equal(letters(shown.lists), 'ab cd ')
  assert.equal(shown.waiting, 2)
})

test('a card that has left its list is gone at once, and waits where it went', () => {
  const shown = holdLists(lists('b', 'acd'), idsOf(lists('ab', 'cd')))
  assert.equal(letters(shown.lists), 'b cd ')
  assert.equal(shown.waiting, 1)
})

test('the conversation one has just picked up is shown where it went, and the other lists stay held', () => {
  const held = idsOf(lists('ab', 'cd'))
  const now = lists('b1', 'acd')
  const shown = holdLists(now, letIn(held, now, conversationId('a')))
  assert.equal(letters(shown.lists), 'b acd ')
  assert.equal(shown.waiting, 1)
})

test('a conversation that is already shown changes nothing of what is held', () => {
  const held = idsOf(lists('ab', 'cd'))
  assert.equal(letIn(held, lists('ab1', 'cd'), conversationId('a')), held)
  assert.equal(letIn(held, lists('ab1', 'cd'), null), held)
})

test('where no card stood none can jump: everything is let in', () => {
  const now = lists('ab', 'cd')
  assert.deepEqual(letIn(idsOf(lists('', '')), now, null), idsOf(now))
})

test('older closed conversations, fetched by scrolling, are no newcomers; freshly closed ones are', () => {
  const shown = holdLists(lists('', '', '0abcde'), idsOf(lists('', '', 'abc')))
  assert.equal(letters(shown.lists), '  abcde')
  assert.equal(shown.waiting, 1)
})
