import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ada, byAda, byBen, conversationId, message } from '../../../live/testing/made-up.ts'
import { answeredSince, begunSeq, followReply, seeAll } from './meanwhile.ts'

test('a colleague’s answer after the reply was begun is told; the visitor’s words, notes and one’s own are not', () => {
  const messages = [message(1, 0), message(2, 1, byBen), message(3, 2), message(4, 3, { kind: 'note', ...byBen })]
  assert.equal(answeredSince(messages, 2, ada), null)
  assert.equal(answeredSince(messages, 1, ada), 'Ben Costa')
  assert.equal(answeredSince([...messages, message(5, 4, byAda)], 2, ada), null)
})

test('a reply begins with its first letter, and what was read since has been seen', () => {
  const id = conversationId('7')
  followReply(id, { text: 'O', lastSeq: 3 })
  followReply(id, { text: 'Ou', lastSeq: 5 })
  assert.equal(begunSeq(id), 3)
  seeAll(id, 5)
  assert.equal(begunSeq(id), 5)
  followReply(id, { text: ' ', lastSeq: 5 })
  assert.equal(begunSeq(id), undefined)
})
