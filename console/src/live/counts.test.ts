import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countMentions, countTakeable, countUnread } from './counts.ts'
import { ada, ben, conversation, conversationId, knowing } from './testing/made-up.ts'

const may = (pickUp: boolean) => ({
  pickUp,
  write: false,
  note: true,
  close: false,
  reopen: false,
  transfer: true,
  readVersions: true,
  sendTranscript: false,
  explain: true,
})

test('the rail counts the waiting conversations one may take', () => {
  const state = knowing([
    conversation({ id: conversationId('1'), state: 'pending', may: may(true) }),
    conversation({ id: conversationId('2'), state: 'pending', may: may(false) }),
    conversation({ id: conversationId('3') }),
  ])
  assert.equal(countTakeable(state), 1)
})

test('the title counts what one has not read in one’s own open conversations', () => {
  const state = knowing([
    conversation({ id: conversationId('1'), unread: 2 }),
    conversation({ id: conversationId('2'), unread: 3 }),
    conversation({ id: conversationId('3'), unread: 7, assigneeId: ben }),
    conversation({ id: conversationId('4'), unread: 9, state: 'closed' }),
  ])
  assert.equal(countUnread(state, ada), 5)
  assert.equal(countUnread(state, ben), 7)
})

test('[S9] mentions one has not read are counted wherever they stand, note by note', () => {
  const state = knowing([
    conversation({ id: conversationId('1'), mentions: { times: 2, unread: [3, 7] } }),
    conversation({ id: conversationId('2'), state: 'closed', mentions: { times: 1, unread: [2] } }),
    conversation({ id: conversationId('3'), state: 'pending', mentions: { times: 1, unread: [] } }),
  ])
  assert.equal(countMentions(state), 3)
  assert.equal(countUnread(state, ada), 0, 'they are no visitor’s words')
})
