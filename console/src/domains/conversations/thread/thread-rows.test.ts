import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byAda, byBen, message } from '../../../live/testing/made-up.ts'
import { firstUnreadSeq, marksOf, type ThreadRow, threadRows } from './thread-rows.ts'

const shape = (rows: ThreadRow[]) =>
  rows.map((row) => (row.kind === 'said' ? row.messages.map(({ seq }) => seq).join('+') : row.kind)).join(' ')

test('words of one author in one go stand together, and everybody else begins anew', () => {
  const rows = threadRows(
    [message(1, 0), message(2, 1), message(3, 2, byAda), message(4, 3, byAda), message(5, 3, byBen), message(6, 4)],
    null,
  )
  assert.equal(shape(rows), 'day 1+2 3+4 5 6')
})

test('a silence of five minutes begins a new group', () => {
  assert.equal(shape(threadRows([message(1, 0), message(2, 4), message(3, 9)], null)), 'day 1+2 3')
})

test('notices and notes stand by themselves', () => {
  const rows = threadRows(
    [
      message(1, 0),
      message(2, 0, { kind: 'notice', notice: 'picked-up', ...byAda }),
      message(3, 1, { kind: 'note', ...byAda }),
      message(4, 1),
    ],
    null,
  )
  assert.equal(shape(rows), 'day 1 notice note 4')
})

test('days are told apart in the reader’s zone', () => {
  const at = (hour: number) => ({ sentAt: new Date(2026, 2, hour < 24 ? 2 : 3, hour % 24).toISOString() })
  const rows = threadRows([message(1, 0, at(22)), message(2, 0, at(23)), message(3, 0, at(24))], null)
  assert.equal(shape(rows), 'day 1 2 day 3')
})

test('the line of new messages stands before the first unread one, and never above the very first', () => {
  const messages = [message(1, 0), message(2, 1), message(3, 2)]
  assert.equal(shape(threadRows(messages, 2)), 'day 1 new-line 2+3')
  assert.equal(shape(threadRows(messages, 1)), 'day 1+2+3')
})

test('unread are the visitor’s words alone, after what was read', () => {
  const messages = [message(1, 0), message(2, 1, byAda), message(3, 2, { kind: 'note', ...byAda }), message(4, 3)]
  assert.equal(firstUnreadSeq(messages, 1), 4)
  assert.equal(firstUnreadSeq(messages, 0), 1)
  assert.equal(firstUnreadSeq(messages, 4), null)
})

test('the last words the visitor has read are seen; the last unread ones are sent', () => {
  const messages = [message(1, 0, byAda), message(2, 1), message(3, 2, byAda), message(4, 3, byAda)]
  assert.deepEqual(marksOf(messages, 3), { seenSeq: 3, sentSeq: 4 })
  assert.deepEqual(marksOf(messages, 4), { seenSeq: 4, sentSeq: null })
  assert.deepEqual(marksOf(messages, 0), { seenSeq: null, sentSeq: 4 })
  assert.deepEqual(marksOf([message(1, 0)], 1), { seenSeq: null, sentSeq: null })
})
