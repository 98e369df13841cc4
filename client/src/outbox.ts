import { type Backoff, backoffMs } from './backoff.ts'
import { withTabLock } from './lock.ts'
import { createMemoryStore, type KeptEntry, type OutboxStore, openDurableStore } from './outbox-store.ts'
import { createPause, type Pause } from './pause.ts'
import { askedWaitMs, Refused } from './refused.ts'
import { uuid7 } from './uuid7.ts'
import { browserWorld, type World } from './world.ts'

/** A message on its way. */
export interface Entry<Body> extends KeptEntry<Body> {
  /** `waiting`: for its turn, or for the network when it was tried before · `sending` · `refused`: stays until retried or discarded. */
  state: 'waiting' | 'sending' | 'refused'
  /** Times this page has tried in vain. */
  triesInVain: number
}

export interface OutboxSettings<Body, Reply> {
  /** Names what is shared by the tabs of this browser: one outbox per identity. */
  name: string
  /** Sends one; the same id again must be harmless. @throws {Refused} to stop · anything else is tried again */
  send(entry: Entry<Body>, signal: AbortSignal): Promise<Reply>
  /** A message arrived: told in every tab, before the entry leaves `entries()`. */
  onSent(reply: Reply): void
  onChange(): void
  /** Whether sending makes sense now; call `wake` when it does again. */
  mayFlow?(): boolean
  retry?: Backoff
  /** A tab that holds a lane's lock for longer is asleep, and is not waited for. */
  lockPatienceMs?: number
  world?: Pick<World, 'nowMs' | 'random' | 'signals'>
}

export interface Outbox<Body> {
  /** Everything that waits, oldest first. */
  entries(): readonly Entry<Body>[]
  /** Whether what waits outlives the page. */
  isDurable(): boolean
  /** Keeps a message, then sends it. It is in `entries` at once; the promise tells when it is kept. */
  add(lane: string, body: Body): Promise<string>
  /** Sends a refused message again. */
  retry(id: string): Promise<void>
  /** Forgets a refused message. */
  discard(id: string): Promise<void>
  /** Tries now what waits. */
  wake(): void
  close(): void
}

const usualRetry: Backoff = { baseMs: 1_000, capMs: 30_000 }
/** A fault of the server's is tried so often before it counts as a no: one poisoned message must not stop the rest for ever. */
const faultsAllowed = 8

/** What tabs tell each other: something changed, or the answer to a sent message. */
type News<Reply> = { reply: Reply } | null

/**
 * Messages that must arrive: kept first, sent after, one at a time per lane in the order of writing, for ever, across
 * reloads, crashes and tabs. Only success or a typed no takes one out of the line.
 *
 * Two tabs may send the same message at once, and a page may die between the answer and forgetting the message: both
 * repeat an id the server knows. A lane's next message leaves only after the answer to the one before, whoever sends, so
 * the order holds without any lock.
 */
export function createOutbox<Body, Reply>(settings: OutboxSettings<Body, Reply>): Outbox<Body> {
  const { name, onChange, retry = usualRetry, lockPatienceMs = 5_000, world = browserWorld() } = settings
  const closing = new AbortController()
  const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  /** Lanes that flow in this tab, each with its rests. */
  const flowing = new Map<string, Pause>()
  const sending = new Set<string>()
  const triesInVain = new Map<string, number>()
  let store: OutboxStore<Body> = createMemoryStore<Body>()
  let kept: KeptEntry<Body>[] = []
  let arriving: Omit<KeptEntry<Body>, 'place'>[] = []

  const outbox: Outbox<Body> = {
    entries() {
      const late = arriving.filter(({ id }) => !kept.some((entry) => entry.id === id))
      return [...kept, ...late.map((entry) => ({ ...entry, place: Number.POSITIVE_INFINITY }))].map(asSeen)
    },
    isDurable: () => store.durable,
    async add(lane, body) {
      const entry = { id: uuid7(), lane, body, addedAtMs: world.nowMs(), refused: null }
      arriving.push(entry)
      onChange()
      turn = turn.then(() => inStore((store) => store.add(entry)))
      await turn
      await tell(null)
      arriving = arriving.filter(({ id }) => id !== entry.id)
      void flow(lane)
      return entry.id
    },
    async retry(id) {
      const entry = kept.find((entry) => entry.id === id && entry.refused)
      if (!entry) return
      await inStore((store) => store.put({ ...entry, refused: null }))
      await tell(null)
      void flow(entry.lane)
    },
    async discard(id) {
      const entry = kept.find((entry) => entry.id === id && entry.refused)
      if (!entry) return
      await inStore((store) => store.remove(entry.place))
      await tell(null)
    },
    wake() {
      for (const pause of flowing.values()) pause.wake()
      for (const lane of new Set(kept.map(({ lane }) => lane))) void flow(lane)
    },
    close() {
      closing.abort()
      stopListening()
      tabs?.close()
      outbox.wake()
      void turn.finally(() => store.close())
    },
  }

  const stopListening = world.signals.onWake(outbox.wake)
  if (tabs) {
    tabs.onmessage = ({ data }: MessageEvent<News<Reply>>) => {
      if (data) settings.onSent(data.reply)
      void sync()
    }
  }
  /** Adding waits its turn, so that what was written first is kept first. */
  let turn: Promise<unknown> = openStore()

  async function openStore() {
    try {
      store = await openDurableStore<Body>(name)
    } catch {
      // Fail open: without storage messages still leave, and `isDurable` says that they do not outlive the page.
    }
    await sync()
    outbox.wake()
  }

  /** A store that breaks is replaced by memory that knows what it knew. */
  async function inStore<T>(act: (store: OutboxStore<Body>) => Promise<T>): Promise<T> {
    try {
      return await act(store)
    } catch (error) {
      if (!store.durable) throw error
      store = createMemoryStore(kept)
      return act(store)
    }
  }

  async function sync() {
    kept = await inStore((store) => store.all())
    onChange()
  }

  async function tell(news: News<Reply>) {
    if (!closing.signal.aborted) tabs?.postMessage(news)
    await sync()
  }

  function asSeen(entry: KeptEntry<Body>): Entry<Body> {
    const state = entry.refused ? 'refused' : sending.has(entry.id) ? 'sending' : 'waiting'
    return { ...entry, state, triesInVain: triesInVain.get(entry.id) ?? 0 }
  }

  const nextOf = (lane: string) => kept.find((entry) => entry.lane === lane && !entry.refused)
  const mayFlow = () => !closing.signal.aborted && (settings.mayFlow?.() ?? true)

  /** Empties one lane; in this tab once at a time. */
  async function flow(lane: string) {
    if (flowing.has(lane) || !nextOf(lane) || !mayFlow()) return
    const pause = createPause()
    flowing.set(lane, pause)
    let waitMs: number | null = 0
    await withTabLock(`${name}:${lane}`, lockPatienceMs, async () => {
      // Another tab may have sent some while it had the lock.
      await sync()
      for (let next = nextOf(lane); next && mayFlow(); next = nextOf(lane)) {
        waitMs = await attempt(next)
        if (waitMs === null) return
        if (waitMs > 0) await pause.for(waitMs)
        await sync()
      }
    })
    flowing.delete(lane)
    // Something may have come between the last look and here.
    if (waitMs !== null) void flow(lane)
  }

  /** Tries one message. @returns how long to wait before going on; null: not before somebody wakes the outbox */
  async function attempt(entry: KeptEntry<Body>): Promise<number | null> {
    sending.add(entry.id)
    onChange()
    let reply: Reply
    try {
      reply = await settings.send(asSeen(entry), closing.signal)
    } catch (error) {
      return await judge(entry, error)
    } finally {
      sending.delete(entry.id)
    }
    settings.onSent(reply)
    triesInVain.delete(entry.id)
    await inStore((store) => store.remove(entry.place))
    await tell({ reply })
    return 0
  }

  async function judge(entry: KeptEntry<Body>, error: unknown): Promise<number | null> {
    const tries = (triesInVain.get(entry.id) ?? 0) + 1
    triesInVain.set(entry.id, tries)
    onChange()
    const waitMs = backoffMs(tries - 1, retry, world.random)
    if (!(error instanceof Refused)) return waitMs
    if (error.code === 'request.too-many') return waitMs + askedWaitMs(error)
    if (error.code === 'accounts.sign-in-required') return null
    if (error.code === 'request.fault' && tries < faultsAllowed) return waitMs
    triesInVain.delete(entry.id)
    await inStore((store) => store.put({ ...entry, refused: { code: error.code, message: error.message } }))
    await tell(null)
    return 0
  }

  return outbox
}
