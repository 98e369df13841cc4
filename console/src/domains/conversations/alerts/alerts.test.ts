import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AgentState, applyEvent } from '#client/agent-state.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { ada, ben, conversation, conversationId, knowing } from '../../../live/testing/made-up.ts'
import { alertsBetween, loudness, settledBetween } from './alerts.ts'

const changed = (state: AgentState, change: Partial<ConversationForAgent>) =>
  applyEvent(state, {
    type: 'conversation.changed',
    conversation: conversation({ version: 2, ...change }),
    messages: [],
  })

const words = (seq: number, by: 'visitor' | 'agent' = 'visitor', kind: 'text' | 'note' = 'text') => ({
  lastMessage: { seq, kind, by, text: 'words', files: null, sentAt: '2026-03-02T10:00:00.000Z' },
  unread: by === 'visitor' ? 1 : 0,
})
const mayTake = {
  pickUp: true,
  write: false,
  note: true,
  close: true,
  reopen: false,
  transfer: true,
  readVersions: true,
  sendTranscript: false,
  explain: false,
}
const kinds = (before: AgentState, after: AgentState) => alertsBetween(before, after, ada).map(({ kind }) => kind)

test('somebody who begins to wait calls for those who may take them, once', () => {
  const waiting = { state: 'pending', assigneeId: null, may: mayTake, ...words(1) } as const
  const first = changed(knowing([]), waiting)
  assert.deepEqual(kinds(knowing([]), first), ['waiting'])
  assert.deepEqual(kinds(first, changed(first, { ...waiting, version: 3, ...words(2) })), [])
  assert.deepEqual(kinds(knowing([]), changed(knowing([]), { ...waiting, may: { ...mayTake, pickUp: false } })), [])
})

test('a visitor’s words call for the one who answers them, and for nobody else', () => {
  const before = knowing([conversation({ ...words(1), unread: 0 })])
  assert.deepEqual(kinds(before, changed(before, words(2))), ['message'])
  assert.deepEqual(kinds(before, changed(before, { ...words(2), assigneeId: ben })), [])
  assert.deepEqual(kinds(before, changed(before, words(2, 'agent'))), [])
  assert.deepEqual(kinds(before, changed(before, words(2, 'agent', 'note'))), [])
})

test('taking a conversation, and its being read in another tab, call for nobody', () => {
  const waiting = conversation({ state: 'pending', assigneeId: null, may: mayTake, ...words(1) })
  const before = knowing([waiting])
  const taken = changed(before, words(1))
  assert.deepEqual(kinds(before, taken), [])
  assert.deepEqual(kinds(taken, changed(taken, { version: 3, ...words(1), unread: 0 })), [])
})

test('what is before one’s eyes makes no sound, and no notification stands over a page one looks at', () => {
  const message = { kind: 'message', conversation: conversation() } as const
  const reader = { isWatching: true, openedId: conversationId('1'), availability: 'available' } as const
  assert.deepEqual(loudness(message, reader), { sound: false, desktop: false })
  assert.deepEqual(loudness(message, { ...reader, openedId: null }), { sound: true, desktop: false })
  assert.deepEqual(loudness(message, { ...reader, isWatching: false }), { sound: true, desktop: true })
})

test('who is away is not called for those who wait, but for their own conversations', () => {
  const away = { isWatching: false, openedId: null, availability: 'away' } as const
  assert.equal(loudness({ kind: 'waiting', conversation: conversation() }, away).sound, false)
  assert.equal(loudness({ kind: 'message', conversation: conversation() }, away).sound, true)
})

test('an offer calls the one it is made to, and nobody else while it stands', () => {
  const until = '2026-03-02T10:01:00.000Z'
  const waiting = { state: 'pending', assigneeId: null, may: mayTake, ...words(1) } as const
  const offered = changed(knowing([]), { ...waiting, offer: { toYou: true, until } })
  assert.deepEqual(kinds(knowing([]), offered), ['offered'])
  assert.deepEqual(kinds(offered, changed(offered, { ...waiting, version: 3, offer: { toYou: true, until } })), [])
  const others = changed(knowing([]), { ...waiting, offer: { toYou: false, until } })
  assert.deepEqual(kinds(knowing([]), others), [])
  const mine = changed(others, { ...waiting, version: 3, offer: { toYou: true, until } })
  assert.deepEqual(kinds(others, mine), ['offered'])
})

test('[N13] a transfer calls its receiver, once', () => {
  const transferredBy = { id: ben, name: 'Ben Klein' }
  const received = changed(knowing([]), { ...words(1), assigneeId: ada, transferredBy })
  assert.deepEqual(kinds(knowing([]), received), ['transferred'])
  const next = { ...words(2), version: 3, assigneeId: ada, transferredBy }
  assert.deepEqual(kinds(received, changed(received, next)), ['message'])
})

test('what was read, taken or lost is settled, and what still calls is not', () => {
  const mine = conversation({ ...words(2), assigneeId: ada })
  const before = knowing([mine])
  const settled = (after: AgentState) => settledBetween(before, after, ada)
  assert.deepEqual(settled(changed(before, { ...words(2), unread: 0 })), [mine.id])
  assert.deepEqual(settled(changed(before, { ...words(2), assigneeId: ben })), [mine.id])
  assert.deepEqual(settled(knowing([])), [mine.id])
  assert.deepEqual(settled(changed(before, words(3))), [])
})

test('[S9] a mention calls until it was read, in whatever list it stands', () => {
  const closed = {
    state: 'closed',
    assigneeId: ben,
    mentions: { times: 1, unread: [4] },
  } satisfies Partial<ConversationForAgent>
  const before = knowing([conversation(closed)])
  const settled = (mentions: ConversationForAgent['mentions']) =>
    settledBetween(before, changed(before, { ...closed, mentions }), ada)
  assert.deepEqual(settled({ times: 2, unread: [4, 6] }), [])
  assert.deepEqual(settled({ times: 1, unread: [] }), [conversationId('1')])
})
