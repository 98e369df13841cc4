import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { createOutbox, type Entry, type Outbox } from './outbox.ts'
import { openDurableStore } from './outbox-store.ts'
import { Refused, Unreachable } from './refused.ts'
import { eventually } from './testing/follower.ts'
import { TestPage } from './testing/test-page.ts'

/** Stores each id once, as the server does; and answers, refuses, loses the way or the answer as told. */
class Server {
  readonly stored: { id: string; text: string }[] = []
  /** What happens to the next sends; afterwards all goes well. */
  readonly fates: ('ok' | 'lost' | 'answer-lost' | 'never' | 'slow' | Refused)[] = []
  reachable = true
  calls = 0
  most = 0
  private readonly open = new Map<string, number>()

  async receive({ id, lane, body }: Entry<string>, signal: AbortSignal): Promise<{ text: string }> {
    this.calls += 1
    const open = (this.open.get(lane) ?? 0) + 1
    this.open.set(lane, open)
    this.most = Math.max(this.most, open)
    try {
      const fate = this.reachable ? (this.fates.shift() ?? 'ok') : 'lost'
      await sleep(fate === 'slow' ? 15 : 1)
      if (fate === 'lost') throw new Unreachable('lost on the way')
      if (fate instanceof Refused) throw fate
      if (!this.stored.some((row) => row.id === id)) this.stored.push({ id, text: body })
      if (fate === 'answer-lost') throw new Unreachable('answer lost')
      if (fate === 'never') await new Promise((_, reject) => signal.addEventListener('abort', reject))
      return { text: body }
    } finally {
      this.open.set(lane, (this.open.get(lane) ?? 1) - 1)
    }
  }
  texts() {
    return this.stored.map(({ text }) => text).join(' ')
  }
}

interface Tab {
  outbox: Outbox<string>
  page: TestPage
  sent: string[]
}

let server: Server
let name: string
let tabs: Tab[]
let runs = 0

beforeEach(() => {
  server = new Server()
  name = `outbox-test-${process.pid}-${++runs}`
  tabs = []
})
afterEach(() => {
  for (const { outbox } of tabs) outbox.close()
})

function openTab(options: { mayFlow?: () => boolean; inName?: string } = {}): Tab {
  const page = new TestPage()
  const sent: string[] = []
  const outbox = createOutbox<string, { text: string }>({
    name: options.inName ?? name,
    send: (entry, signal) => server.receive(entry, signal),
    onSent: ({ text }) => sent.push(text),
    onChange() {},
    mayFlow: options.mayFlow,
    lockPatienceMs: 100,
    retry: { baseMs: 2, capMs: 10 },
    world: page.world,
  })
  const tab = { outbox, page, sent }
  tabs.push(tab)
  return tab
}

/** As a crash does: nothing is finished, nothing is told. */
function crash(tab: Tab) {
  tab.outbox.close()
  tabs.splice(tabs.indexOf(tab), 1)
}

const arrives = (texts: string) => eventually(() => server.texts() === texts, `"${texts}", is "${server.texts()}"`)
const waiting = (tab: Tab) => tab.outbox.entries().map(({ body }) => body)
const refusal = (code: 'conversations.closed' | 'request.fault' | 'accounts.sign-in-required') =>
  new Refused(code === 'request.fault' ? 500 : 409, { code, message: 'No.' })

test('a message is shown as waiting at once, kept, sent, told, and gone', async () => {
  const tab = openTab()
  const added = tab.outbox.add('c1', 'hello')
  assert.deepEqual(waiting(tab), ['hello'])
  await added
  await arrives('hello')
  await eventually(() => tab.outbox.entries().length === 0, 'empty')
  assert.deepEqual(tab.sent, ['hello'])
  assert.ok(tab.outbox.isDurable())
})

test('[D6] messages of one conversation leave in the order of writing, one at a time', async () => {
  const { outbox } = openTab()
  server.fates.push('slow', 'ok', 'lost', 'answer-lost', 'slow')
  for (const text of ['a', 'b', 'c', 'd', 'e']) void outbox.add('c1', text)
  await arrives('a b c d e')
  assert.equal(server.most, 1)
})

test('conversations do not wait for each other', async () => {
  const { outbox } = openTab()
  server.fates.push('never')
  await outbox.add('c1', 'stuck')
  await outbox.add('c2', 'free')
  await eventually(() => server.texts().includes('free'), 'the other conversation')
})

test('[D2] an answer lost after the server stored it makes no second message', async () => {
  const tab = openTab()
  server.fates.push('answer-lost', 'answer-lost', 'answer-lost')
  await tab.outbox.add('c1', 'once')
  await eventually(() => tab.outbox.entries().length === 0, 'empty')
  assert.equal(server.texts(), 'once')
  assert.equal(server.calls, 4)
})

test('[D12] five messages written offline, in a page that dies, arrive once, in order, when it is opened again', async () => {
  server.reachable = false
  const first = openTab()
  for (const text of ['a', 'b', 'c', 'd', 'e']) await first.outbox.add('c1', text)
  await sleep(20)
  crash(first)
  const second = openTab()
  await eventually(() => waiting(second).length === 5, 'all five are shown')
  assert.deepEqual(waiting(second), ['a', 'b', 'c', 'd', 'e'])
  server.reachable = true
  await arrives('a b c d e')
})

test('[D2] [D12] a page that dies between the answer and forgetting the message repeats it, and the server knows it', async () => {
  const first = openTab()
  server.fates.push('never')
  await first.outbox.add('c1', 'once')
  await arrives('once')
  crash(first)
  const second = openTab()
  await eventually(() => second.sent.length === 1, 'answered')
  assert.equal(server.texts(), 'once')
})

test('while it cannot be sent, the entry says how often that was tried', async () => {
  server.reachable = false
  const tab = openTab()
  await tab.outbox.add('c1', 'patience')
  await eventually(() => (tab.outbox.entries()[0]?.triesInVain ?? 0) >= 2, 'tries')
  assert.equal(tab.outbox.entries()[0]?.refused, null)
})

test('a page that wakes tries at once', async () => {
  server.reachable = false
  const page = new TestPage()
  const outbox = createOutbox<string, { text: string }>({
    name,
    send: (entry, signal) => server.receive(entry, signal),
    onSent() {},
    onChange() {},
    retry: { baseMs: 60_000, capMs: 60_000 },
    world: { ...page.world, random: () => 1 },
  })
  tabs.push({ outbox, page, sent: [] })
  await outbox.add('c1', 'now')
  // Once it is known to be in vain, it rests.
  await eventually(() => outbox.entries()[0]?.triesInVain === 1, 'first try')
  server.reachable = true
  page.wake()
  await arrives('now')
})

test('a typed no stops that message, keeps it with its reason, and lets the next one go', async () => {
  const tab = openTab()
  server.fates.push(refusal('conversations.closed'))
  await tab.outbox.add('c1', 'refused')
  await tab.outbox.add('c1', 'next')
  await arrives('next')
  await eventually(() => tab.outbox.entries().length === 1, 'only the refused one')
  const [entry] = tab.outbox.entries()
  assert.deepEqual([entry?.body, entry?.state, entry?.refused?.code], ['refused', 'refused', 'conversations.closed'])
})

test('a refused message survives a reload, is not sent by itself, and can be sent again or discarded', async () => {
  const first = openTab()
  server.fates.push(refusal('conversations.closed'), refusal('conversations.closed'))
  const one = await first.outbox.add('c1', 'one')
  const two = await first.outbox.add('c1', 'two')
  await eventually(() => first.outbox.entries().every(({ refused }) => refused), 'both refused')
  crash(first)
  const second = openTab()
  await eventually(() => waiting(second).length === 2, 'both shown')
  await sleep(30)
  assert.equal(server.texts(), '')
  await second.outbox.discard(one)
  await second.outbox.retry(two)
  await arrives('two')
  await eventually(() => second.outbox.entries().length === 0, 'empty')
})

test('discarding is for refused messages only', async () => {
  server.reachable = false
  const tab = openTab()
  const id = await tab.outbox.add('c1', 'keep me')
  await tab.outbox.discard(id)
  assert.deepEqual(waiting(tab), ['keep me'])
})

test('a fault of the server’s is tried again, but does not stop the rest for ever', async () => {
  const tab = openTab()
  server.fates.push(...Array.from({ length: 3 }, () => refusal('request.fault')))
  await tab.outbox.add('c1', 'unlucky')
  await arrives('unlucky')
  server.fates.push(...Array.from({ length: 8 }, () => refusal('request.fault')))
  await tab.outbox.add('c1', 'poisoned')
  await tab.outbox.add('c1', 'healthy')
  await arrives('unlucky healthy')
  assert.equal(tab.outbox.entries()[0]?.refused?.code, 'request.fault')
})

test('"too many" is waited for, not given up', async () => {
  const { outbox } = openTab()
  server.fates.push(
    new Refused(429, { code: 'request.too-many', message: 'Wait.', details: { retryAfterSeconds: 0.02 } }),
  )
  await outbox.add('c1', 'patient')
  await arrives('patient')
})

test('a session that ended keeps messages until somebody signs in again', async () => {
  const tab = openTab()
  server.fates.push(refusal('accounts.sign-in-required'))
  await tab.outbox.add('c1', 'mine')
  await eventually(() => server.calls === 1 && tab.outbox.entries()[0]?.state === 'waiting', 'first try')
  await sleep(40)
  assert.equal(server.calls, 1)
  await eventually(() => {
    tab.outbox.wake()
    return server.texts() === 'mine'
  }, 'mine')
})

test('[D4] nothing leaves before the screen is complete', async () => {
  let fresh = false
  const { outbox } = openTab({ mayFlow: () => fresh })
  await outbox.add('c1', 'hold')
  await sleep(30)
  assert.equal(server.calls, 0)
  fresh = true
  outbox.wake()
  await arrives('hold')
})

test('[D11] three tabs share one outbox: ten messages arrive once each, each tab’s in its order, and every tab is told', async () => {
  const three = [openTab(), openTab(), openTab()]
  server.fates.push('answer-lost', 'lost', 'slow', 'answer-lost')
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => three[n % 3]?.outbox.add('c1', `${'abc'[n % 3]}${Math.floor(n / 3)}`)),
  )
  await eventually(() => server.stored.length === 10, 'ten stored')
  for (const letter of 'abc') {
    const own = server.stored.map(({ text }) => text).filter((text) => text.startsWith(letter))
    assert.deepEqual(own, own.toSorted())
  }
  await eventually(() => three.every((tab) => tab.outbox.entries().length === 0), 'all tabs empty')
  await eventually(() => three.every((tab) => new Set(tab.sent).size === 10), 'all tabs told')
})

test('a tab that sleeps while it holds the lock does not keep the others waiting', async () => {
  const sleeping = openTab()
  server.fates.push('never')
  await sleeping.outbox.add('c1', 'a')
  await eventually(() => server.calls === 1, 'its try')
  const awake = openTab()
  await awake.outbox.add('c1', 'b')
  await arrives('a b')
})

test('where storage is blocked messages still arrive, and it says that they do not outlive the page', async () => {
  const real = globalThis.indexedDB
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    get() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  try {
    const { outbox } = openTab()
    await outbox.add('c1', 'a')
    await outbox.add('c1', 'b')
    await arrives('a b')
    assert.equal(outbox.isDurable(), false)
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, writable: true, value: real })
  }
})

test('storage that breaks in the middle loses nothing of what is on the screen', async () => {
  server.reachable = false
  const tab = openTab()
  await tab.outbox.add('c1', 'a')
  const real = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  try {
    await tab.outbox.add('c1', 'b')
    assert.deepEqual(waiting(tab), ['a', 'b'])
    assert.equal(tab.outbox.isDurable(), false)
    server.reachable = true
    await arrives('a b')
  } finally {
    IDBDatabase.prototype.transaction = real
  }
})

test('the store keeps the order of adding, whatever the clock says', async () => {
  const store = await openDurableStore<string>(`${name}-store`)
  for (const [id, addedAtMs] of [
    ['z', 3],
    ['a', 2],
    ['m', 1],
  ] as const)
    await store.add({ id, lane: 'c1', body: id, addedAtMs, refused: null })
  assert.deepEqual(
    (await store.all()).map(({ id }) => id),
    ['z', 'a', 'm'],
  )
  store.close()
})

test('[D2] [D6] [D11] [D12] whatever is lost, wherever pages die, in any number of tabs: each message is stored once, each writer’s in order', async () => {
  const act = fc.oneof(
    { weight: 6, arbitrary: fc.nat(2).map((tab) => ({ do: 'write' as const, tab })) },
    { weight: 2, arbitrary: fc.nat(2).map((tab) => ({ do: 'crash' as const, tab })) },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('lost' as const, 'answer-lost' as const, 'slow' as const, 'never' as const)
        .map((fate) => ({ do: 'fate' as const, fate })),
    },
    { weight: 3, arbitrary: fc.nat(12).map((ms) => ({ do: 'rest' as const, ms })) },
  )
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 24 }), async (history) => {
      const inName = `${name}-${++run}`
      server = new Server()
      const open = [0, 1, 2].map(() => openTab({ inName }))
      const written: string[][] = [[], [], []]
      for (const step of history) {
        if (step.do === 'write') {
          const text = `${step.tab}-${String(written[step.tab]?.length).padStart(2, '0')}`
          written[step.tab]?.push(text)
          await open[step.tab]?.outbox.add('c1', text)
        } else if (step.do === 'crash') {
          const old = open[step.tab]
          if (old) crash(old)
          open[step.tab] = openTab({ inName })
        } else if (step.do === 'fate') server.fates.push(step.fate)
        else await sleep(step.ms)
      }
      // Sends that never end die with their pages.
      for (const tab of open) crash(tab)
      server.fates.length = 0
      const last = openTab({ inName })
      const all = written.flat()
      await eventually(
        () => server.stored.length >= all.length && last.outbox.entries().length === 0,
        'all stored',
        9_000,
      )
      const texts = server.stored.map(({ text }) => text)
      assert.deepEqual(texts.toSorted(), all.toSorted(), 'each once')
      for (const own of written)
        assert.deepEqual(
          texts.filter((text) => own.includes(text)),
          own,
          'in order',
        )
      crash(last)
    }),
    { numRuns: 40 },
  )
})
