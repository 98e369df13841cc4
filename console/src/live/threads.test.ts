import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AgentState, applyEvent, fromSnapshot, type NewestThread } from '#client/agent-state.ts'
import { Refused, Unreachable } from '#client/refused.ts'
import type { Inbox } from '#contract/conversations.ts'
import { makeCell } from './cell.ts'
import type { KnownState } from './known-state.ts'
import { conversation, conversationId, knowing, message } from './testing/made-up.ts'
import { createThreads } from './threads.ts'

const id = conversationId('1')
const gone = new Refused(404, { code: 'request.not-found', message: 'Not there.' })

/** Messages up to a number, as the server has them. */
const upTo = (seq: number, more = false): NewestThread => ({
  conversation: conversation({ version: seq, lastSeq: seq }),
  messages: Array.from({ length: seq }, (_, index) => message(index + 1, index)),
  more,
})

/** Answers with what was laid out for it, one after the other. */
function laidOut(known: KnownState, ...answers: (NewestThread | Error)[]) {
  const cell = makeCell<KnownState>(known)
  let calls = 0
  const threads = createThreads(cell, {
    async fetchThread(asked) {
      const answer = answers[Math.min(calls, answers.length - 1)]
      calls += 1
      if (!answer || answer instanceof Error) throw answer
      return { ...answer, conversation: { ...answer.conversation, id: asked } }
    },
    fetchOlder: async (_id, before) => ({ messages: upTo(before - 1).messages, more: false }),
  })
  const seqs = () =>
    cell
      .read()
      ?.threads.get(id)
      ?.messages.map(({ seq }) => seq)
      .join(' ') ?? ''
  const change = (next: (state: AgentState) => AgentState) => {
    const state = cell.read()
    if (state) cell.write(next(state))
    threads.check()
  }
  return { cell, threads, seqs, change, calls: () => calls }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const known = knowing([conversation({ version: 2, lastSeq: 2 })])

/** A load that brings nothing. */
const emptyInbox: Inbox = {
  ...{
    cursors: [],
    pending: [],
    open: [],
    closed: [],
    mentioned: [],
    more: { pending: false, open: false, closed: false },
  },
  ...{ colleagues: [], subAccounts: [], channels: [], questionnaires: [] },
}

test('looking at a conversation fetches its messages, once; coming back shows them at once', async () => {
  const { threads, seqs, calls } = laidOut(known, upTo(2))
  threads.look(id)
  assert.equal(threads.progress.read(), 'loading')
  await settled()
  assert.equal(threads.progress.read(), 'ready')
  assert.equal(seqs(), '1 2')
  threads.look(null)
  threads.look(id)
  assert.equal(threads.progress.read(), 'ready')
  assert.equal(calls(), 1)
})

test('what comes while the first page is fetched is not lost', async () => {
  const { threads, seqs, change } = laidOut(known, upTo(2))
  threads.look(id)
  change((state) =>
    applyEvent(state, {
      type: 'conversation.changed',
      conversation: conversation({ version: 3, lastSeq: 3 }),
      messages: [message(3, 3)],
    }),
  )
  await settled()
  assert.equal(seqs(), '1 2 3')
})

test('[D4] a conversation that has fallen behind is fetched again as soon as something is heard', async () => {
  const { threads, seqs, change } = laidOut(known, upTo(2), upTo(5))
  threads.look(id)
  await settled()
  change((state) => ({
    ...state,
    conversations: new Map([[id, conversation({ version: 5, lastSeq: 5 })]]),
  }))
  await settled()
  assert.equal(seqs(), '1 2 3 4 5')
})

test('a conversation opened before anything is known is shown once something is', async () => {
  const { cell, threads, seqs } = laidOut(null, upTo(2))
  threads.look(id)
  await settled()
  assert.equal(seqs(), '')
  cell.write(known)
  await settled()
  assert.equal(seqs(), '1 2')
  assert.equal(threads.progress.read(), 'ready')
})

test('nobody answering is a failure, tried again by hand and as soon as something is heard', async () => {
  const { threads, seqs, change, calls } = laidOut(known, new Unreachable('away'), new Unreachable('away'), upTo(2))
  threads.look(id)
  await settled()
  assert.equal(threads.progress.read(), 'failed')
  threads.retry()
  assert.equal(threads.progress.read(), 'loading')
  await settled()
  assert.equal(threads.progress.read(), 'failed')
  change((state) => state)
  await settled()
  assert.equal(threads.progress.read(), 'ready')
  assert.equal(seqs(), '1 2')
  assert.equal(calls(), 3)
})

test('[D8] a conversation out of reach is gone, and is asked for again only when it is back', async () => {
  const { threads, change, calls } = laidOut(knowing([]), gone, upTo(2))
  threads.look(id)
  await settled()
  assert.equal(threads.progress.read(), 'gone')
  change((state) => state)
  await settled()
  assert.equal(calls(), 1)
  change((state) => ({ ...state, conversations: known.conversations }))
  await settled()
  assert.equal(threads.progress.read(), 'ready')
})

test('older messages are put above, and the beginning ends them', async () => {
  const newest = { ...upTo(4, true), messages: upTo(4).messages.slice(2) }
  const { threads, seqs, cell } = laidOut(knowing([newest.conversation]), newest)
  threads.look(id)
  await settled()
  assert.equal(seqs(), '3 4')
  await threads.loadOlder()
  assert.equal(seqs(), '1 2 3 4')
  assert.equal(cell.read()?.threads.get(id)?.more, false)
})

test('[D4] a snapshot brings the conversation in sight up to date and forgets the others', async () => {
  const { cell, threads, seqs } = laidOut(known, upTo(2), upTo(2), upTo(6))
  threads.look(conversationId('2'))
  await settled()
  threads.look(id)
  await settled()
  const apply = await threads.fetchAgain(new AbortController().signal)
  cell.write(apply(threads.onlyLooked(cell.read() ?? known)))
  assert.equal(seqs(), '1 2 3 4 5 6')
  assert.deepEqual([...(cell.read()?.threads.keys() ?? [])], [id])
})

test('[D4] a conversation that left the reach while one was away is gone after the snapshot', async () => {
  const { cell, threads } = laidOut(known, upTo(2), gone)
  threads.look(id)
  await settled()
  const apply = await threads.fetchAgain(new AbortController().signal)
  const state = apply(cell.read() ?? known)
  assert.equal(state.conversations.has(id), false)
  assert.equal(state.threads.has(id), false)
})

test('[D4] [D8] nor is one left on the screen that was read before and left the reach while one was away', async () => {
  const { cell, threads } = laidOut(known, upTo(2), upTo(2))
  threads.look(conversationId('2'))
  await settled()
  threads.look(id)
  await settled()
  const before = cell.read() ?? known
  assert.ok(before.conversations.has(conversationId('2')), 'control: it was on the screen')
  const state = fromSnapshot(emptyInbox, threads.onlyLooked(before))
  assert.deepEqual([...state.conversations.keys()], [id])
})

test('a snapshot during which nobody answers fails as a whole', async () => {
  const { threads } = laidOut(known, upTo(2), new Unreachable('away'))
  threads.look(id)
  await settled()
  await assert.rejects(threads.fetchAgain(new AbortController().signal), Unreachable)
})
