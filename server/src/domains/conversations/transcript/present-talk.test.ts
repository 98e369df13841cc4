import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConversationId, MessageId } from '#contract/ids.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import { presentTalk, talkBegins, wasAnswered } from './present-talk.ts'

const said = (seq: number, by: 'visitor' | 'Ben', change: Partial<MessageForVisitor> = {}): MessageForVisitor => ({
  id: `m${seq}` as MessageId,
  conversationId: 'c' as ConversationId,
  seq,
  version: 1,
  clientMessageId: null,
  kind: 'text',
  notice: null,
  author: by === 'visitor' ? { kind: 'visitor' } : { kind: 'agent', name: by },
  subject: null,
  appointment: null,
  proposedReasonId: null,
  text: 'dix lettre',
  files: [],
  sentAt: '2026-11-23T10:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  ...change,
})
const seqs = ({ messages }: { messages: readonly MessageForVisitor[] }) => messages.map(({ seq }) => seq)
const all = { after: 0, length: 1_000 }

test('the present talk begins after the closing before the one it is closed by', () => {
  const rating = null
  assert.equal(talkBegins({ closing: { seq: 9, rating } }, [9, 4]), 4)
  assert.equal(talkBegins({ closing: { seq: 9, rating } }, [9]), 0)
  assert.equal(talkBegins({ closing: null }, [9, 4]), 9, 'open again')
  assert.equal(talkBegins({ closing: null }, []), 0)
})

test('what was taken back is absent, what was rewritten stands as it is', () => {
  const talk = presentTalk(
    {
      messages: [
        said(1, 'visitor'),
        said(2, 'Ben', { text: '', deletedAt: '2026-11-23T10:01:00.000Z' }),
        said(3, 'Ben', { text: 'autrement', version: 2 }),
      ],
      more: false,
    },
    all,
  )
  assert.deepEqual(seqs(talk), [1, 3])
  assert.equal(talk.messages[1]?.text, 'autrement')
})

test('of a long talk the newest words are carried, and it says that the beginning is left out', () => {
  const messages = [said(5, 'visitor'), said(6, 'Ben'), said(7, 'visitor')]
  assert.deepEqual(presentTalk({ messages, more: false }, { after: 0, length: 20 }), {
    messages: messages.slice(1),
    cut: true,
  })
  assert.equal(presentTalk({ messages, more: false }, { after: 0, length: 30 }).cut, false)
  assert.equal(presentTalk({ messages, more: true }, all).cut, true, 'older ones of this talk were not read')
  assert.equal(presentTalk({ messages, more: true }, { ...all, after: 5 }).cut, false, 'those are of an earlier talk')
})

test('words of the visitor alone are no talk', () => {
  assert.equal(wasAnswered({ messages: [said(1, 'visitor')] }), false)
  const notice = said(2, 'Ben', { kind: 'notice', notice: 'picked-up', text: '' })
  assert.equal(wasAnswered({ messages: [said(1, 'visitor'), notice] }), false)
  assert.equal(wasAnswered({ messages: [said(1, 'visitor'), said(3, 'Ben')] }), true)
})
