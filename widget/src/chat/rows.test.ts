import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AppointmentId, ClientMessageId, ConversationId, MessageId } from '#contract/ids.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import { type Row, rowsOf, type Thread, type Waiting } from './rows.ts'

const noon = Date.parse('2026-11-22T12:00:00.000Z')

const said = (seq: number, by: 'Vera' | 'Ben' | 'Chloé', text: string, atMs: number): MessageForVisitor => ({
  id: `m${seq}` as MessageId,
  conversationId: 'c1' as ConversationId,
  seq,
  clientMessageId: `k${seq}` as ClientMessageId,
  text,
  files: [],
  notice: null,
  subject: null,
  appointment: null,
  proposedReasonId: null,
  sentAt: new Date(atMs).toISOString(),
  version: 1,
  editedAt: null,
  deletedAt: null,
  kind: 'text',
  author: by === 'Vera' ? { kind: 'visitor' } : { kind: 'agent', name: by },
})
const notice = (seq: number, act: 'picked-up' | 'closed', by: string | null, atMs: number): MessageForVisitor => ({
  ...said(seq, 'Ben', '', atMs),
  kind: 'notice',
  notice: act,
  author: by === null ? { kind: 'system' } : { kind: 'agent', name: by },
})
const waits = (id: string, refusedBecause: string | null = null, triesInVain = 0): Waiting => ({
  id,
  place: 1,
  lane: 'visitor',
  body: { text: `waiting ${id}`, locale: 'fr', page: null },
  addedAtMs: noon + 90_000,
  refused: refusedBecause === null ? null : { code: 'messages.id-reused', message: refusedBecause },
  state: refusedBecause === null ? 'waiting' : 'refused',
  triesInVain,
})
const read = (thread: Partial<Thread>) =>
  rowsOf({ messages: [], waiting: [], agentReadSeq: 0, offline: false, ...thread }).map(line)

function line(row: Row): string {
  if (row.kind === 'day') return 'day'
  if (row.kind === 'notice') return `${row.act} by ${row.name}`
  const words = row.bubbles.map(({ text }) => text).join(' / ')
  return row.kind === 'theirs' ? `${row.name}: ${words}` : `me: ${words}${row.state ? ` (${row.state.is})` : ''}`
}

test('words of one author within a minute stand together', () => {
  const messages = [
    said(1, 'Vera', 'Bonjour', noon),
    said(2, 'Vera', 'une question', noon + 5_000),
    said(3, 'Ben', 'Bonjour !', noon + 10_000),
    said(4, 'Ben', 'Oui ?', noon + 20_000),
    said(5, 'Chloé', 'Je reprends', noon + 30_000),
    said(6, 'Ben', 'plus tard', noon + 70_000),
  ]
  assert.deepEqual(read({ messages }), [
    'day',
    'me: Bonjour / une question (sent)',
    'Ben: Bonjour ! / Oui ?',
    'Chloé: Je reprends',
    'Ben: plus tard',
  ])
})

test('a new day is told, and notices stand between', () => {
  const messages = [
    said(1, 'Vera', 'hier', noon - 24 * 3_600_000),
    notice(2, 'picked-up', 'Ben', noon),
    said(3, 'Ben', 'bonjour', noon),
    notice(4, 'closed', null, noon),
  ]
  assert.deepEqual(read({ messages }), [
    'day',
    'me: hier (sent)',
    'day',
    'picked-up by Ben',
    'Ben: bonjour',
    'closed by null',
  ])
})

test('[A9] an appointment is told with whoever receives, and when it is', () => {
  const startsAt = '2026-11-24T09:00:00.000Z'
  const booked: MessageForVisitor = {
    ...notice(1, 'closed', null, noon),
    notice: 'appointment-booked',
    author: { kind: 'visitor' },
    appointment: { id: 'a1' as AppointmentId, startsAt, agent: 'Ben' },
  }
  const [, row] = rowsOf({ messages: [booked], waiting: [], agentReadSeq: 0, offline: false })
  assert.deepEqual(row, {
    kind: 'notice',
    key: 'm1',
    act: 'appointment-booked',
    name: 'Ben',
    on: startsAt,
    at: new Date(noon),
  })
})

test('seen stands under the last words that were seen, sent under the last ones', () => {
  const messages = [1, 2, 3, 4].map((seq) => said(seq, 'Vera', `w${seq}`, noon + seq))
  assert.deepEqual(read({ messages, agentReadSeq: 2 }), ['day', 'me: w1 / w2 (seen)', 'me: w3 / w4 (sent)'])
  assert.deepEqual(read({ messages, agentReadSeq: 9 }), ['day', 'me: w1 / w2 / w3 / w4 (seen)'])
})

test('words on their way stand last, together, apart from what has arrived', () => {
  const messages = [said(1, 'Vera', 'w1', noon)]
  assert.deepEqual(read({ messages, waiting: [waits('a'), waits('b')] }), [
    'day',
    'me: w1 (sent)',
    'me: waiting a / waiting b (sending)',
  ])
})

test('offline, or tried in vain, they wait; a refused one stands alone with its reason', () => {
  assert.deepEqual(read({ waiting: [waits('a'), waits('b')], offline: true }), [
    'day',
    'me: waiting a / waiting b (waiting)',
  ])
  assert.deepEqual(read({ waiting: [waits('a', null, 2), waits('x', 'Trop long.'), waits('y', 'Non.')] }), [
    'day',
    'me: waiting a (waiting)',
    'me: waiting x (refused)',
    'me: waiting y (refused)',
  ])
})

test('a bubble keeps its key when its message arrives', () => {
  const id = '00000000-0000-7000-8000-000000000001'
  const before = rowsOf({ messages: [], waiting: [waits(id)], agentReadSeq: 0, offline: false }).at(-1)
  const arrived = { ...said(1, 'Vera', 'x', noon), clientMessageId: id as ClientMessageId }
  const after = rowsOf({ messages: [arrived], waiting: [], agentReadSeq: 0, offline: false }).at(-1)
  assert.equal(before?.key, after?.key)
})
