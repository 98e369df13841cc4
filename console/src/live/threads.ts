import {
  type AgentState,
  forgetThread,
  isBehind,
  type NewestThread,
  trackThread,
  withOlder,
  withoutConversation,
  withThread,
  withThreadAnew,
} from '#client/agent-state.ts'
import { Refused } from '#client/refused.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { ReplyOf } from '#contract/routes.ts'
import { type Cell, makeCell, type Readable } from './cell.ts'
import type { KnownState } from './known-state.ts'

/** `gone`: it does not exist, or is not within the reader's reach. */
export type ThreadProgress = 'loading' | 'ready' | 'failed' | 'gone'

export interface Threads {
  /** Of the conversation looked at. */
  readonly progress: Readable<ThreadProgress>
  /** Of its older messages. */
  readonly older: Readable<'idle' | 'loading' | 'failed'>
  /** Somebody looks at this one; null: at none. Its messages are fetched, and kept complete from then on. */
  look(id: ConversationId | null): void
  /** Fetches it again after a failure. */
  retry(): void
  loadOlder(): Promise<void>
  /** To be asked whenever something was heard: fetches what the one looked at lacks. */
  check(): void
  /** What a snapshot goes on from: of the threads kept for going back none outlives it, nor what it showed out of reach. */
  onlyLooked(state: AgentState): AgentState
  /** Part of a snapshot: the one looked at as it is now. */
  fetchAgain(signal: AbortSignal): Promise<(state: AgentState) => AgentState>
}

interface Doors {
  fetchThread(id: ConversationId, signal?: AbortSignal): Promise<NewestThread>
  fetchOlder(
    id: ConversationId,
    before: number,
  ): Promise<ReplyOf<'GET /organisations/:organisationId/conversations/:conversationId/messages'>>
}

/** Going back to one of the last few shows it at once. */
const keptMost = 8

export function createThreads(known: Cell<KnownState>, { fetchThread, fetchOlder }: Doors): Threads {
  const progress = makeCell<ThreadProgress>('loading')
  const older = makeCell<'idle' | 'loading' | 'failed'>('idle')
  let looked: ConversationId | null = null
  let recent: ConversationId[] = []
  let loading: ConversationId | null = null

  const change = (next: (state: AgentState) => AgentState) => {
    const state = known.read()
    if (state) known.write(next(state))
  }
  const isReady = (id: ConversationId) => known.read()?.threads.get(id)?.loaded === true

  async function load(id: ConversationId) {
    if (loading === id) return
    loading = id
    change((state) => trackThread(state, id))
    try {
      const thread = await fetchThread(id)
      await untilKnown(known)
      change((state) => withThread(state, thread))
      loading = null
      if (looked === id) progress.write('ready')
      // Words that came between the fetching and the first snapshot are in neither.
      threads.check()
    } catch (error) {
      change((state) => (isReady(id) ? state : forgetThread(state, id)))
      if (looked === id && !isReady(id)) progress.write(isGone(error) ? 'gone' : 'failed')
    } finally {
      if (loading === id) loading = null
    }
  }

  const threads: Threads = {
    progress,
    older,
    look(id) {
      looked = id
      older.write('idle')
      if (id === null) return
      recent = [id, ...recent.filter((other) => other !== id)]
      for (const forgotten of recent.splice(keptMost)) change((state) => forgetThread(state, forgotten))
      progress.write(isReady(id) ? 'ready' : 'loading')
      if (!isReady(id)) void load(id)
      else threads.check()
    },
    retry() {
      if (looked === null) return
      progress.write('loading')
      void load(looked)
    },
    async loadOlder() {
      const id = looked
      const thread = id === null ? undefined : known.read()?.threads.get(id)
      const first = thread?.messages[0]
      if (id === null || !thread?.more || !first || older.read() === 'loading') return
      older.write('loading')
      try {
        const page = await fetchOlder(id, first.seq)
        change((state) => withOlder(state, id, page))
        if (looked === id) older.write('idle')
      } catch {
        // Whatever it was, the thread says so and offers to try again.
        if (looked === id) older.write('failed')
      }
    },
    check() {
      const state = known.read()
      if (!state || looked === null) return
      const isWithinReach = state.conversations.has(looked)
      const isIncomplete = !state.threads.has(looked) || isBehind(state, looked)
      if (progress.read() === 'failed' || (isWithinReach && isIncomplete)) void load(looked)
    },
    async fetchAgain(signal) {
      const id = looked
      const thread = id !== null && progress.read() === 'ready' ? await refetch(id, signal) : null
      return (state) => {
        if (thread === 'gone' && id !== null) return withoutConversation(state, id)
        return thread === null || thread === 'gone' ? state : withThreadAnew(state, thread)
      }
    },
    onlyLooked: (state) => [...state.threads.keys()].filter((other) => other !== looked).reduce(forgetThread, state),
  }

  async function refetch(id: ConversationId, signal: AbortSignal): Promise<NewestThread | 'gone'> {
    try {
      return await fetchThread(id, signal)
    } catch (error) {
      if (isGone(error)) return 'gone'
      throw error
    }
  }

  return threads
}

const isGone = (error: unknown) => error instanceof Refused && (error.status === 404 || error.status === 403)

function untilKnown(known: Readable<KnownState>): Promise<void> {
  if (known.read()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = known.subscribe(() => {
      stop()
      resolve()
    })
  })
}
