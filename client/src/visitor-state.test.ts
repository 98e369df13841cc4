import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { VisitorEvent } from '#contract/events.ts'
import type { ClientMessageId, ConversationId, MessageId } from '#contract/ids.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import type { ConversationForVisitor, VisitorThread } from '#contract/visitors.ts'
import { idOf } from './testing/model-inbox.ts'
import { shownMessages } from './threads.ts'
import {
  applyEvent,
  emptyVisitorState,
  fromSnapshot,
  unreadOf,
  type VisitorState,
  withOlder,
  withSent,
} from './visitor-state.ts'

const pageLength = 5
/** Of every answer: the history it belongs to. */
const cursor = { epoch: 'e1' }

/** A server's one conversation as Vera may see it: colleagues' notes take numbers she never sees. */
class ModelConversation {
  messages: MessageForVisitor[] = []
  readonly events: VisitorEvent[] = []
  conversation: ConversationForVisitor | null = null

  say(by: 'visitor' | 'agent' | 'note') {
    const seq = (this.conversation?.lastSeq ?? 0) + 1
    const said: MessageForVisitor = {
      id: idOf<MessageId>(seq),
      conversationId: idOf<ConversationId>(1),
      seq,
      clientMessageId: idOf<ClientMessageId>(100 + seq),
      kind: 'text',
      text: `${by} ${seq}`,
      files: [],
      notice: null,
      subject: null,
      appointment: null,
      proposedReasonId: null,
      author: by === 'agent' ? { kind: 'agent', name: 'Ben' } : { kind: 'visitor' },
      sentAt: new Date(1_700_000_000_000 + seq * 1_000).toISOString(),
      version: 1,
      editedAt: null,
      deletedAt: null,
    }
    const added = by === 'note' ? [] : [said]
    this.messages.push(...added)
    this.change({ lastSeq: seq, ...(by === 'visitor' ? { visitorReadSeq: seq } : {}) }, added)
    return said
  }

  read(by: 'visitor' | 'agent') {
    if (!this.conversation) return
    const seq = this.conversation.lastSeq
    this.change(by === 'visitor' ? { visitorReadSeq: seq } : { agentReadSeq: seq }, [])
  }

  thread(): VisitorThread {
    const messages = this.messages.slice(-pageLength)
    const { conversation } = this
    const cursor = { stream: `conversation:${idOf(1)}`, epoch: 'e1', since: this.events.length }
    const readSeq = conversation?.visitorReadSeq ?? 0
    return {
      conversation,
      messages,
      more: this.messages.length > pageLength,
      cursor: conversation && cursor,
      unread: this.messages.filter(({ seq, author }) => author.kind === 'agent' && seq > readSeq).length,
    }
  }

  private change(change: Partial<ConversationForVisitor>, messages: MessageForVisitor[]) {
    const known = this.conversation ?? {
      id: idOf<ConversationId>(1),
      version: 0,
      state: 'pending' as const,
      assignee: null,
      lastSeq: 0,
      rewrittenVersion: 0,
      visitorReadSeq: 0,
      agentReadSeq: 0,
      closing: null,
    }
    this.conversation = { ...known, ...change, version: known.version + 1 }
    this.events.push({ type: 'conversation.changed', conversation: this.conversation, messages })
  }
}

const acts = fc.array(fc.constantFrom('visitor', 'agent', 'note', 'read by visitor', 'read by agent'), {
  maxLength: 30,
})

function play(conversation: ModelConversation, act: string) {
  if (act === 'visitor' || act === 'agent' || act === 'note') conversation.say(act)
  if (act === 'read by visitor') conversation.read('visitor')
  if (act === 'read by agent') conversation.read('agent')
}

const newest = (state: VisitorState) => ({
  conversation: state.conversation,
  messages: state.messages.slice(-pageLength),
})
const seqs = (state: VisitorState) => shownMessages(state).map(({ seq }) => seq)

test('[D7] a snapshot and the events after it show what a later snapshot shows', () => {
  fc.assert(
    fc.property(acts, acts, (before, after) => {
      const conversation = new ModelConversation()
      for (const act of before) play(conversation, act)
      const start = fromSnapshot(conversation.thread())
      const from = conversation.events.length
      for (const act of after) play(conversation, act)
      const followed = conversation.events.slice(from).reduce(applyEvent, start)
      assert.deepEqual(newest(followed), newest(fromSnapshot(conversation.thread())))
      assert.equal(Math.min(unreadOf(followed), pageLength), Math.min(conversation.thread().unread, pageLength))
    }),
    { numRuns: 500 },
  )
})

test('[D3] [D6] events again, a snapshot in between, answers that overtake: each message once, in order, and none missing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('visitor', 'agent', 'note', 'sends', 'answer', 'again', 'snapshot', 'catch up'), {
        maxLength: 40,
      }),
      (steps) => {
        const conversation = new ModelConversation()
        const answers: ((known: VisitorState) => VisitorState)[] = []
        let state = emptyVisitorState
        let delivered = 0
        for (const step of steps) {
          if (step === 'agent' || step === 'note') conversation.say(step)
          if (step === 'visitor' || step === 'sends') {
            const message = conversation.say('visitor')
            const reply = conversation.conversation && { message, conversation: conversation.conversation, cursor }
            if (reply) answers.push((known) => withSent(known, reply))
          }
          // An answer comes at once, or when much else has been said.
          if (step === 'visitor') state = answers.pop()?.(state) ?? state
          if (step === 'answer') state = answers.shift()?.(state) ?? state
          if (step === 'snapshot') {
            state = fromSnapshot(conversation.thread(), state)
            delivered = conversation.events.length
          }
          if (step === 'again') delivered = Math.max(0, delivered - 3)
          if (step === 'catch up') {
            state = conversation.events.slice(delivered).reduce(applyEvent, state)
            delivered = conversation.events.length
          }
          const ahead = state.ahead.map(({ seq }) => seq)
          assert.ok(
            ahead.every((seq) => seq > (state.messages.at(-1)?.seq ?? 0)),
            'nothing of what is ahead stands above a hole',
          )
        }
        for (const answer of answers) state = answer(state)
        state = conversation.events.slice(delivered).reduce(applyEvent, state)
        const all = conversation.messages.map(({ seq }) => seq)
        assert.deepEqual(seqs(state), all.slice(all.length - seqs(state).length))
        assert.deepEqual(state.ahead, [])
      },
    ),
    { numRuns: 500 },
  )
})

test('scrolled-up history stays over a snapshot that joins it, and goes when there is a hole between', () => {
  const conversation = new ModelConversation()
  for (let n = 0; n < 12; n++) conversation.say('agent')
  const start = fromSnapshot(conversation.thread())
  assert.deepEqual([seqs(start), start.more], [[8, 9, 10, 11, 12], true])
  const scrolled = withOlder(start, 8, { messages: conversation.messages.slice(0, 7), more: false })
  assert.deepEqual([seqs(scrolled).length, scrolled.more], [12, false])
  conversation.say('agent')
  const joined = fromSnapshot(conversation.thread(), scrolled)
  assert.deepEqual([seqs(joined).length, joined.more], [13, false])
  for (let n = 0; n < 7; n++) conversation.say('agent')
  const apart = fromSnapshot(conversation.thread(), joined)
  assert.deepEqual([seqs(apart), apart.more], [[16, 17, 18, 19, 20], true])
})

test('an older page that was asked for before a snapshot made a hole is left out', () => {
  const conversation = new ModelConversation()
  for (let n = 0; n < 12; n++) conversation.say('agent')
  const start = fromSnapshot(conversation.thread())
  for (let n = 0; n < 12; n++) conversation.say('agent')
  const apart = fromSnapshot(conversation.thread(), start)
  assert.equal(withOlder(apart, 8, { messages: conversation.messages.slice(2, 7), more: true }), apart)
})

test('[D13] what was known before a backup was restored is forgotten', () => {
  const conversation = new ModelConversation()
  for (const by of ['visitor', 'agent', 'agent'] as const) conversation.say(by)
  const before = fromSnapshot(conversation.thread())
  const restored = new ModelConversation()
  restored.say('visitor')
  const thread = restored.thread()
  const after = fromSnapshot({ ...thread, cursor: thread.cursor && { ...thread.cursor, epoch: 'e2' } }, before)
  assert.deepEqual(seqs(after), [1])
  assert.deepEqual(after.conversation, restored.conversation)
})

test('the first words of another conversation leave nothing of the one before', () => {
  const old = new ModelConversation()
  for (const by of ['visitor', 'agent'] as const) old.say(by)
  const next = new ModelConversation()
  const message = next.say('visitor')
  assert.ok(next.conversation)
  const conversation = { ...next.conversation, id: idOf<ConversationId>(2) }
  const state = withSent(fromSnapshot(old.thread()), { message, conversation, cursor })
  assert.deepEqual([seqs(state), state.conversation], [[1], conversation])
  assert.equal(old.events.reduce(applyEvent, state), state, 'late news of the old one')
})

test('[D13] words of a history that a restored backup has undone go, also where no snapshot came before', () => {
  const undone = new ModelConversation()
  const first = undone.say('visitor')
  assert.ok(undone.conversation)
  const begun = withSent(emptyVisitorState, { message: first, conversation: undone.conversation, cursor })
  undone.say('agent')
  const state = undone.events.reduce(applyEvent, begun)
  const restored = new ModelConversation()
  restored.say('visitor')
  const thread = restored.thread()
  assert.ok(thread.cursor)
  assert.deepEqual(seqs(fromSnapshot({ ...thread, cursor: { ...thread.cursor, epoch: 'e2' } }, state)), [1])
  assert.deepEqual(seqs(fromSnapshot(thread, state)), [1, 2], 'control: in one history nothing known goes')
})

test('[D6] the answer to one’s own words is shown at once, and finds its place when the words before it come', () => {
  const conversation = new ModelConversation()
  conversation.say('visitor')
  const start = fromSnapshot(conversation.thread())
  conversation.say('agent')
  const message = conversation.say('visitor')
  assert.ok(conversation.conversation)
  const answered = withSent(start, { message, conversation: conversation.conversation, cursor })
  assert.deepEqual([seqs(answered), answered.messages.length], [[1, 3], 1])
  const complete = conversation.events.slice(1).reduce(applyEvent, answered)
  assert.deepEqual([seqs(complete), complete.ahead], [[1, 2, 3], []])
})

test('unread counts agents’ words after the last read, not notices and not one’s own', () => {
  const conversation = new ModelConversation()
  for (const by of ['visitor', 'agent', 'agent'] as const) conversation.say(by)
  assert.equal(unreadOf(fromSnapshot(conversation.thread())), 2)
  conversation.read('visitor')
  assert.equal(unreadOf(fromSnapshot(conversation.thread())), 0)
  assert.equal(unreadOf(emptyVisitorState), 0)
})

test('an event of a newer server changes nothing', () => {
  const state = fromSnapshot(new ModelConversation().thread())
  assert.equal(applyEvent(state, { type: 'weather.changed' } as unknown as VisitorEvent), state)
})
