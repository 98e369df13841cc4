import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AgentEvent } from '#contract/events.ts'
import { listsOf } from './agent-lists.ts'
import {
  type AgentState,
  applyEvent,
  forgetThread,
  fromSnapshot,
  isBehind,
  trackThread,
  withConversation,
  withOlder,
  withSent,
  withThread,
  withThreadAnew,
} from './agent-state.ts'
import { ben, ModelInbox } from './testing/model-inbox.ts'

const applyAll = (state: AgentState, events: readonly AgentEvent[]) => events.reduce(applyEvent, state)
const textsOf = (state: AgentState, id: string) =>
  [...state.threads].find(([key]) => key === id)?.[1].messages.map(({ seq }) => seq)

const acts = fc.array(
  fc.record({
    act: fc.constantFrom('begin', 'visitor', 'agent', 'pickUp', 'close', 'read', 'leave', 'comeBack'),
    index: fc.nat(7),
  }),
  { maxLength: 60 },
)
type Act = { act: string; index: number }

function play(inbox: ModelInbox, { act, index }: Act) {
  if (act === 'begin') inbox.begin()
  if (act === 'visitor' || act === 'agent') inbox.say(index, act)
  if (act === 'pickUp') inbox.pickUp(index)
  if (act === 'close') inbox.close(index)
  if (act === 'read') inbox.read(index)
  if (act === 'leave') inbox.leave(index)
  if (act === 'comeBack') inbox.comeBack(index)
}

/** What the screen shows first of a state: everything but closed conversations beyond the first page. */
function firstScreen(state: AgentState) {
  const { pending, open, closed } = listsOf(state)
  return { pending, open, closed: closed.slice(0, 5), colleagues: [...state.colleagues] }
}

test('[D7] a snapshot and the events after it show what a later snapshot shows, whatever happened', () => {
  fc.assert(
    fc.property(acts, acts, (before, after) => {
      const inbox = new ModelInbox()
      for (const act of before) play(inbox, act)
      const start = fromSnapshot(inbox.snapshot())
      const from = inbox.events.length
      for (const act of after) play(inbox, act)
      const events = inbox.events.slice(from)
      // A conversation that leaves the closed list lets an older one move up, which only a fetch can bring.
      fc.pre(!events.some(({ type }) => type === 'conversation.left') || !inbox.snapshot().more.closed)
      assert.deepEqual(firstScreen(applyAll(start, events)), firstScreen(fromSnapshot(inbox.snapshot())))
    }),
    { numRuns: 500 },
  )
})

test('[D3] events that come again, whole or in part, change nothing', () => {
  fc.assert(
    fc.property(acts, fc.nat(60), (history, from) => {
      const inbox = new ModelInbox()
      const start = fromSnapshot(inbox.snapshot())
      for (const act of history) play(inbox, act)
      const once = applyAll(start, inbox.events)
      const again = applyAll(once, inbox.events.slice(from))
      assert.deepEqual(firstScreen(again), firstScreen(once))
    }),
  )
})

test('[D3] events of a snapshot’s time that come after it change nothing', () => {
  fc.assert(
    fc.property(acts, (history) => {
      const inbox = new ModelInbox()
      for (const act of history) play(inbox, act)
      const state = fromSnapshot(inbox.snapshot())
      const changed = inbox.events.filter(({ type }) => type === 'conversation.changed')
      // Conversations out of reach are not in the snapshot, so their old news would show them: their leaving follows.
      const after = applyAll(state, [...changed, ...inbox.events.filter(({ type }) => type !== 'conversation.changed')])
      const inReach = new Set(inbox.rows.filter((row) => row.inReach).map((row) => row.conversation.id))
      for (const [id, conversation] of state.conversations) {
        if (inReach.has(id)) assert.deepEqual(after.conversations.get(id), conversation)
      }
    }),
  )
})

test('[D8] late news of a conversation that left the reach does not bring it back; newer news does', () => {
  const inbox = new ModelInbox()
  const start = fromSnapshot(inbox.snapshot())
  inbox.begin()
  inbox.leave(0)
  const [begun, left] = inbox.events
  assert.ok(begun && left)
  assert.equal(applyAll(start, [begun]).conversations.size, 1)
  assert.equal(applyAll(start, [begun, left, begun]).conversations.size, 0)
  inbox.comeBack(0)
  assert.equal(applyAll(start, inbox.events).conversations.size, 1)
})

test('a conversation that leaves the reach takes its thread along', () => {
  const inbox = new ModelInbox()
  inbox.begin()
  const open = withThread(fromSnapshot(inbox.snapshot()), inbox.thread(0))
  assert.equal(open.threads.size, 1)
  inbox.leave(0)
  assert.equal(applyAll(open, inbox.events.slice(1)).threads.size, 0)
})

test('[D6] a thread shows its messages in order, without a hole, whatever comes first: page or events', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('say', 'deliver', 'fetch', 'answer'), { maxLength: 40 }), (steps) => {
      const inbox = new ModelInbox()
      inbox.begin()
      let state = trackThread(fromSnapshot(inbox.snapshot()), inbox.thread(0).conversation.id)
      const { id } = inbox.thread(0).conversation
      let delivered = inbox.events.length
      const answers: ReturnType<ModelInbox['thread']>[] = []
      for (const step of steps) {
        if (step === 'say') inbox.say(0, 'visitor')
        if (step === 'fetch') answers.push(inbox.thread(0))
        const answer = step === 'answer' ? answers.shift() : undefined
        if (answer) state = withThread(state, answer)
        const event = step === 'deliver' ? inbox.events[delivered] : undefined
        if (event) {
          state = applyEvent(state, event)
          delivered += 1
        }
      }
      state = applyAll(state, inbox.events.slice(delivered))
      if (isBehind(state, id)) state = withThread(state, inbox.thread(0))
      const seqs = textsOf(state, id) ?? []
      const last = inbox.thread(0).conversation.lastSeq
      assert.deepEqual(
        seqs,
        Array.from({ length: seqs.length }, (_, n) => last - seqs.length + 1 + n),
      )
      assert.equal(isBehind(state, id), false)
    }),
    { numRuns: 500 },
  )
})

test('after a snapshot, a thread that has fallen behind says so, and its next page joins without a hole', () => {
  const inbox = new ModelInbox()
  inbox.begin()
  const { id } = inbox.thread(0).conversation
  const open = withThread(fromSnapshot(inbox.snapshot()), inbox.thread(0))
  for (let n = 0; n < 12; n++) inbox.say(0, 'visitor')
  const resynced = fromSnapshot(inbox.snapshot(), open)
  assert.ok(isBehind(resynced, id))
  const whole = withThread(resynced, inbox.thread(0))
  assert.deepEqual(textsOf(whole, id), [9, 10, 11, 12, 13])
  assert.equal([...whole.threads.values()][0]?.more, true)
  const older = withOlder(whole, id, { messages: inbox.rows[0]?.messages.slice(3, 8) ?? [], more: true })
  assert.deepEqual(textsOf(older, id), [4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
})

test('[A7] after a snapshot, what may be done with a closed conversation that is looked at is what was asked for again', () => {
  const inbox = new ModelInbox()
  for (let nth = 0; nth < 8; nth++) inbox.begin()
  for (let nth = 0; nth < 8; nth++) inbox.close(nth)
  const thread = inbox.thread(0)
  const { id, may } = thread.conversation
  const open = withThread(fromSnapshot(inbox.snapshot()), thread)
  const resynced = fromSnapshot(inbox.snapshot(), open)
  assert.ok(!inbox.snapshot().closed.some((one) => one.id === id), 'control: it is beyond what a snapshot brings')

  const now = { ...thread, conversation: { ...thread.conversation, may: { ...may, reopen: !may.reopen } } }
  assert.deepEqual(withThreadAnew(resynced, now).conversations.get(id)?.may, now.conversation.may)
  const version = thread.conversation.version - 1
  const stale = { ...now, conversation: { ...now.conversation, version } }
  assert.deepEqual(withThreadAnew(resynced, stale).conversations.get(id)?.may, may, 'older news does not win')
})

test('an older page that was asked for before a snapshot made a hole is left out', () => {
  const inbox = new ModelInbox()
  inbox.begin()
  for (let n = 0; n < 9; n++) inbox.say(0, 'visitor')
  const { id } = inbox.thread(0).conversation
  const open = withThread(fromSnapshot(inbox.snapshot()), inbox.thread(0))
  for (let n = 0; n < 9; n++) inbox.say(0, 'visitor')
  const apart = withThread(fromSnapshot(inbox.snapshot(), open), inbox.thread(0))
  const late = { messages: inbox.rows[0]?.messages.slice(0, 5) ?? [], more: false }
  assert.deepEqual(textsOf(withOlder(apart, id, late), id), [15, 16, 17, 18, 19])
})

test('[D13] what was known before a backup was restored is forgotten, also in the thread that is looked at', () => {
  const inbox = new ModelInbox()
  inbox.begin()
  for (let n = 0; n < 3; n++) inbox.say(0, 'agent')
  inbox.begin()
  const { id } = inbox.thread(0).conversation
  const before = withThread(fromSnapshot(inbox.snapshot()), inbox.thread(0))
  const restored = new ModelInbox()
  restored.begin()
  const snapshot = restored.snapshot()
  const after = fromSnapshot(
    { ...snapshot, cursors: snapshot.cursors.map((cursor) => ({ ...cursor, epoch: 'e2' })) },
    before,
  )
  assert.deepEqual([...after.conversations.values()], [restored.thread(0).conversation])
  assert.ok(isBehind(after, id))
  assert.deepEqual(textsOf(withThread(after, restored.thread(0)), id), [1])
})

test('[D6] the answer to one’s own message does not jump over what is still on its way', () => {
  const inbox = new ModelInbox()
  inbox.begin()
  const { id } = inbox.thread(0).conversation
  const open = withThread(fromSnapshot(inbox.snapshot()), inbox.thread(0))
  const from = inbox.events.length
  inbox.say(0, 'visitor')
  inbox.say(0, 'agent')
  const own = inbox.rows[0]?.messages[2]
  assert.ok(own)
  const answered = withSent(open, { message: own, conversation: inbox.thread(0).conversation })
  assert.deepEqual(textsOf(answered, id), [1])
  assert.deepEqual([...answered.threads.values()][0]?.ahead, [own])
  const complete = applyAll(answered, inbox.events.slice(from))
  assert.deepEqual(textsOf(complete, id), [1, 2, 3])
  assert.deepEqual([...complete.threads.values()][0]?.ahead, [])
})

test('lists: pending by waiting time, open by last words, closed by closing time; the same lists while nothing changes', () => {
  const inbox = new ModelInbox()
  for (let n = 0; n < 6; n++) inbox.begin()
  for (const n of [2, 3, 4, 5]) inbox.pickUp(n)
  inbox.say(2, 'visitor')
  inbox.close(5)
  inbox.close(4)
  inbox.say(0, 'visitor')
  const state = fromSnapshot(inbox.snapshot())
  const numbers = (list: readonly { id: string }[]) => list.map(({ id }) => Number(id.slice(-2)) - 1)
  const lists = listsOf(state)
  assert.deepEqual(
    [numbers(lists.pending), numbers(lists.open), numbers(lists.closed)],
    [
      [0, 1],
      [2, 3],
      [4, 5],
    ],
  )
  assert.equal(listsOf(applyEvent(state, { type: 'settings.changed', list: 'agents' })), lists)
})

test('further closed conversations join the list, older news of known ones does not win', () => {
  const inbox = new ModelInbox()
  for (let n = 0; n < 8; n++) {
    inbox.begin()
    inbox.pickUp(n)
    inbox.close(n)
  }
  const state = fromSnapshot(inbox.snapshot())
  assert.equal(listsOf(state).closed.length, 5)
  const rest = inbox.rows.slice(0, 3).map(({ conversation }) => conversation)
  inbox.say(0, 'visitor')
  const reopened = applyAll(state, inbox.events.slice(-1))
  const paged = rest.reduce(withConversation, reopened)
  assert.equal(listsOf(paged).closed.length, 7)
  assert.equal(listsOf(paged).pending.length, 1)
})

test('colleagues change and leave', () => {
  const start = fromSnapshot(new ModelInbox().snapshot())
  const away = applyEvent(start, {
    type: 'colleague.changed',
    colleague: { ...ben, availability: 'away', photoId: null },
  })
  assert.equal(away.colleagues.get(ben.id)?.availability, 'away')
  assert.equal(applyEvent(away, { type: 'colleague.left', agentId: ben.id }).colleagues.size, 0)
})

test('an event of a newer server changes nothing', () => {
  const start = fromSnapshot(new ModelInbox().snapshot())
  assert.equal(applyEvent(start, { type: 'weather.changed' } as unknown as AgentEvent), start)
})

test('a thread nobody looks at any more is let go', () => {
  const inbox = new ModelInbox()
  inbox.begin()
  const open = withThread(fromSnapshot(inbox.snapshot()), inbox.thread(0))
  assert.equal(forgetThread(open, inbox.thread(0).conversation.id).threads.size, 0)
})
