import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  AgentId,
  ChannelId,
  ClientMessageId,
  ConversationId,
  MessageId,
  SubAccountId,
  VisitorId,
} from '#contract/ids.ts'
import {
  type Change,
  close,
  hear,
  newConversation,
  pickUp,
  readByAgent,
  reopen,
  returnToQueue,
  say,
  takeBack,
  transferTo,
  transferToSubAccount,
} from './conversation.ts'
import { cardLine } from './message.ts'

const at = (minute: number) => ({
  now: new Date(Date.UTC(2026, 10, 22, 10, minute)),
  newMessageId: () => `message-${minute}` as MessageId,
})
const vera = { kind: 'visitor' as const, id: 'vera', name: null, shownName: null }
const ada = { id: 'ada' as AgentId, name: 'Ada Lefèvre', shownName: 'Ada', photoId: null }
const began = newConversation({
  id: 'conversation' as ConversationId,
  subAccountId: 'lyon' as SubAccountId,
  channelId: 'site' as ChannelId,
  visitor: { id: 'vera' as VisitorId, name: null, email: null },
  language: 'fr',
  questionnaireId: null,
  now: at(0).now,
})
const words = (text: string, author = vera) => ({
  author,
  clientMessageId: `client ${text}` as ClientMessageId,
  text,
  page: null,
})

test('a first message waits, counts as unread and heads the card', () => {
  const { conversation, messages } = hear(began, words('Bonjour'), at(1))
  assert.equal(conversation.state, 'pending')
  assert.equal(conversation.unread, 1)
  assert.equal(conversation.version, 1)
  assert.equal(conversation.lastMessage?.text, 'Bonjour')
  assert.deepEqual(
    messages.map(({ seq }) => seq),
    [1],
  )
})

test('picking up opens it under a name, with a notice on both sides', () => {
  const { conversation, messages } = pickUp(hear(began, words('Bonjour'), at(1)).conversation, ada, at(2))
  assert.equal(conversation.state, 'open')
  assert.deepEqual(conversation.assignee, ada)
  assert.equal(messages[0]?.notice, 'picked-up')
  assert.equal(conversation.lastMessage?.text, 'Bonjour', 'the card keeps the last words somebody wrote')
})

test('[S12] an agent who may no longer answer gives the conversation back, with nothing lost', () => {
  const open = pickUp(hear(began, words('Bonjour'), at(1)).conversation, ada, at(2)).conversation
  const { conversation, messages } = returnToQueue(open, ada, 'deactivated', at(3))
  assert.equal(conversation.state, 'pending')
  assert.equal(conversation.assignee, null)
  assert.equal(conversation.lastSeq, 3)
  assert.equal(messages[0]?.notice, 'deactivated')
  assert.equal(conversation.unread, 1)
})

test('a closed conversation keeps who handled it; the visitor’s next words bring it back, in order', () => {
  const open = pickUp(hear(began, words('Bonjour'), at(1)).conversation, ada, at(2)).conversation
  const closed = close(
    open,
    { id: 'milo' as AgentId, name: 'Milo', shownName: 'Milo', photoId: null },
    at(3),
  ).conversation
  assert.deepEqual(closed.assignee, ada)
  const { conversation, messages } = hear(closed, words('Encore moi'), at(4))
  assert.equal(conversation.state, 'pending')
  assert.equal(conversation.assignee, null)
  assert.deepEqual(
    messages.map(({ seq, notice, text }) => [seq, notice, text]),
    [
      [4, 'reopened', ''],
      [5, null, 'Encore moi'],
    ],
  )
  assert.equal(conversation.version, closed.version + 1, 'one act is one version')
})

test('a pending conversation that is closed belongs to who closed it; reopening makes it theirs', () => {
  const closed = close(hear(began, words('Publicité'), at(1)).conversation, ada, at(2)).conversation
  assert.deepEqual(closed.assignee, ada)
  const milo = { id: 'milo' as AgentId, name: 'Milo', shownName: 'Milo', photoId: null }
  assert.deepEqual(reopen(closed, milo, at(3)).conversation.assignee, milo)
})

test('an agent’s words and notes are not unread; reading clears what was read', () => {
  const open = pickUp(hear(began, words('Bonjour'), at(1)).conversation, ada, at(2)).conversation
  const author = { kind: 'agent' as const, ...ada }
  const answered = say(
    open,
    { author, clientMessageId: 'a' as ClientMessageId, kind: 'text', text: 'Bonjour Vera' },
    at(3),
  ).conversation
  assert.equal(answered.unread, 1)
  assert.equal(readByAgent(answered, 1, 0).conversation.unread, 0)
})

test('seq and version stay dense over any run of acts', () => {
  let state: Change = hear(began, words('1'), at(1))
  const seqs = state.messages.map(({ seq }) => seq)
  const acts = [
    () => pickUp(state.conversation, ada, at(2)),
    () => hear(state.conversation, words('2'), at(3)),
    () => close(state.conversation, ada, at(4)),
    () => hear(state.conversation, words('3'), at(5)),
    () => close(state.conversation, ada, at(6)),
    () => reopen(state.conversation, ada, at(7)),
  ]
  acts.forEach((act, index) => {
    state = act()
    seqs.push(...state.messages.map(({ seq }) => seq))
    assert.equal(state.conversation.version, index + 2)
  })
  assert.deepEqual(
    seqs,
    seqs.map((_, index) => index + 1),
  )
})

test('a card’s line is one line, and no character is halved by the cut', () => {
  assert.equal(cardLine('a\n\n b\tc'), 'a b c')
  const cut = cardLine('🍵'.repeat(200))
  assert.equal([...cut].length, 140)
  assert.equal(cut.isWellFormed(), true)
})

test('[N13] handed on, the note stands before the notice, and the mark goes with the first answer', () => {
  const open = pickUp(hear(began, words('Bonjour'), at(1)).conversation, ada, at(2)).conversation
  const ben = { id: 'ben' as AgentId, name: 'Ben Costa', shownName: 'Ben', photoId: null }
  const to = { receiver: ben, subAccountId: open.subAccountId, by: ada, note: 'Elle attend.' }
  const { conversation, messages } = transferTo(open, to, at(3))
  assert.deepEqual(
    messages.map(({ seq, kind, notice }) => [seq, kind, notice]),
    [
      [3, 'note', null],
      [4, 'notice', 'transferred'],
    ],
  )
  assert.equal(conversation.version, open.version + 1)
  assert.deepEqual(conversation.stateSince, open.stateSince, 'it has been open all along')
  assert.equal(conversation.transferredBy?.id, ada.id)
  const answer = {
    author: { kind: 'agent' as const, ...ben },
    clientMessageId: 'k' as ClientMessageId,
    text: 'Bonjour',
  }
  assert.equal(say(conversation, { ...answer, kind: 'note' }, at(4)).conversation.transferredBy?.id, ada.id)
  assert.equal(say(conversation, { ...answer, kind: 'text' }, at(4)).conversation.transferredBy, null)
})

test('[N13] [N9] in another sub-account it waits from now on, for everybody who speaks its language', () => {
  const questionnaireId = 'retours' as NonNullable<typeof began.questionnaireId>
  const open = pickUp(
    { ...hear(began, words('Bonjour'), at(1)).conversation, questionnaireId },
    ada,
    at(2),
  ).conversation
  const lille = 'lille' as SubAccountId
  const { conversation } = transferToSubAccount(open, { subAccountId: lille, by: ada, note: '' }, at(3))
  assert.deepEqual(
    [conversation.state, conversation.assignee, conversation.subAccountId, conversation.questionnaireId],
    ['pending', null, lille, null],
  )
  assert.deepEqual(conversation.stateSince, at(3).now)
})

test('a card says what its message says now', () => {
  const { conversation, messages } = hear(began, words('Bonjour'), at(1))
  const [bonjour] = messages
  assert.ok(bonjour)
  const { conversation: after, rewritten } = takeBack(conversation, bonjour, at(2))
  assert.equal(after.lastMessage?.text, '')
  assert.equal(after.rewrittenVersion, after.version)
  assert.deepEqual([rewritten?.after.version, rewritten?.after.text], [2, ''])
})
