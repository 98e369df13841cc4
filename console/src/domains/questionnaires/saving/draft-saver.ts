import { Refused } from '#client/refused.ts'
import type { Draft } from '#contract/drafts.ts'
import type { Flow } from '#contract/flow/flow.ts'
import { isSameFlow, savable } from './savable.ts'

export type SavingState =
  /** `at` null: nothing was saved since the page was opened. */
  | { kind: 'saved'; at: string | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** Nobody answered; it is tried again. */
  | { kind: 'failed' }
  | { kind: 'refused'; message: string }
  /** Somebody else saved meanwhile: nothing is sent until one of both is chosen. */
  | { kind: 'overtaken'; theirs: Draft }

export interface DraftSaver {
  state(): SavingState
  subscribe(listener: () => void): () => void
  /** The draft's version on the server, as far as is known. */
  version(): number
  /** Something stands here that the server has not. */
  isDirty(): boolean
  /** What the server has, as last known. */
  saved(): Draft
  /** The flow as it is now: sent after a pause, or at once by `flush`. */
  change(flow: Flow): void
  /** @returns whether everything is saved */
  flush(): Promise<boolean>
  /** Begins anew from what the server has; the flow is the caller's to show. */
  adopt(draft: Draft): void
  /** The server was read again: @returns somebody else's draft that can be shown at once, null otherwise. */
  heard(draft: Draft): Draft | null
  stop(): void
}

interface DraftSaverNeeds {
  draft: Draft
  send: (flow: Flow, version: number) => Promise<Draft>
  fetch: () => Promise<Draft>
  pauseMs?: number
  retryMs?: number
}

/**
 * Keeps a draft saved while it is being edited: one sending at a time, the newest flow each time, over nobody's change. Whatever goes
 * wrong leaves the flow with its caller.
 */
export function createDraftSaver({ draft, send, fetch, pauseMs = 700, retryMs = 3_000 }: DraftSaverNeeds): DraftSaver {
  let known = draft
  let latest = draft.flow
  let state: SavingState = { kind: 'saved', at: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | null = null
  const listeners = new Set<() => void>()

  const show = (next: SavingState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const isDirty = () => latest !== known.flow && !isSameFlow(latest, known.flow)
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    if (underWay) return underWay
    if (state.kind === 'overtaken') return
    if (!isDirty()) return show({ kind: 'saved', at: state.kind === 'saved' ? state.at : null })
    underWay = sendOnce().finally(() => {
      underWay = null
      if (state.kind === 'saved' && isDirty()) later(0)
    })
    return underWay
  }

  async function sendOnce(): Promise<void> {
    const flow = latest
    show({ kind: 'saving' })
    try {
      known = { ...(await send(savable(flow), known.version)), flow }
      show({ kind: 'saved', at: known.savedAt })
    } catch (error) {
      if (!(error instanceof Refused)) {
        show({ kind: 'failed' })
        later(retryMs)
      } else if (error.code === 'questionnaires.changed-meanwhile') await seeWhoWasFirst(flow)
      else show({ kind: 'refused', message: error.message })
    }
  }

  /** An answer that was lost on its way is one's own change, not somebody else's. */
  async function seeWhoWasFirst(sent: Flow): Promise<void> {
    try {
      const theirs = await fetch()
      if (isSameFlow(theirs.flow, sent)) {
        known = { ...theirs, flow: sent }
        show({ kind: 'saved', at: theirs.savedAt })
      } else show({ kind: 'overtaken', theirs })
    } catch {
      // Nobody answered: the next sending asks again.
      show({ kind: 'failed' })
      later(retryMs)
    }
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => known.version,
    saved: () => known,
    isDirty,
    change: (flow) => {
      latest = flow
      if (state.kind === 'overtaken' || underWay) return
      if (isDirty()) show({ kind: 'waiting' })
      later(pauseMs)
    },
    flush: async () => {
      // The second round is for what was changed while the first was on its way.
      for (let round = 0; round < 2 && isDirty(); round += 1) {
        await underWay
        await save()
      }
      return !isDirty()
    },
    adopt: (next) => {
      clearTimeout(timer)
      known = next
      latest = next.flow
      show({ kind: 'saved', at: next.savedAt })
    },
    heard: (next) => {
      if (next.version <= known.version || underWay || state.kind === 'overtaken') return null
      if (isSameFlow(next.flow, latest)) {
        known = { ...next, flow: latest }
        return null
      }
      if (!isDirty()) return next
      clearTimeout(timer)
      show({ kind: 'overtaken', theirs: next })
      return null
    },
    stop: () => clearTimeout(timer),
  }
}
