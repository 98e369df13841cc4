import type { OrganisationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { markAbsent, markPresent, presenceEveryMs, sweepPresence } from '../agents/index.ts'
import type { Bearer } from './bearer.ts'

/** Why nobody listens here any more: the right is gone, or is another now; or the process stops. */
export type EndOfListening = 'access-ended' | 'access-changed' | 'restarting'

/** An open ear: a socket or a waiting poll. */
export interface Listening {
  bearer: Bearer
  end(why: EndOfListening): void
}

/** A closed console is offline after this; a page that loads anew is back sooner. */
const absenceGraceMs = 8_000

/**
 * Everyone who listens on this process, so that a right that ends reaches them at once: agents whose access changed, sessions that
 * ended. Also what makes agents present.
 */
export function createListeners(needs: Pick<Platform, 'database' | 'events' | 'clock' | 'signals' | 'log'>) {
  const all = new Set<Listening>()
  const watched = new Map<OrganisationId, { count: number; stop: () => void }>()
  const leaving = new Map<AgentBearer['agentId'], { timer: NodeJS.Timeout; leave: () => void }>()
  const writing = new Set<Promise<void>>()

  needs.signals.on('sessions-ended', ({ sessionIds }) => {
    for (const listening of all)
      if (isAgent(listening) && listening.bearer.sessionId && sessionIds.includes(listening.bearer.sessionId))
        listening.end('access-ended')
  })
  needs.signals.on('api-keys-ended', ({ apiKeyIds }) => {
    for (const listening of all)
      if (isAgent(listening) && listening.bearer.apiKeyId && apiKeyIds.includes(listening.bearer.apiKeyId))
        listening.end('access-ended')
  })

  function quietly(work: Promise<void>): void {
    const written = work
      .catch((error) => needs.log.warn({ err: error }, 'presence: not written'))
      .finally(() => writing.delete(written))
    writing.add(written)
  }
  const beating = setInterval(() => {
    for (const { organisationId, agentId } of new Map([...all].flatMap(keyed)).values())
      quietly(markPresent(organisationId, agentId, needs))
    quietly(sweepPresence(needs))
  }, presenceEveryMs)
  beating.unref()

  function add(listening: Listening): () => void {
    all.add(listening)
    watch(listening.bearer.organisationId)
    if (hasConsole(listening.bearer)) arrive(listening.bearer)
    return () => {
      if (!all.delete(listening)) return
      unwatch(listening.bearer.organisationId)
      if (hasConsole(listening.bearer)) depart(listening.bearer)
    }
  }

  function arrive({ organisationId, agentId }: AgentBearer): void {
    clearTimeout(leaving.get(agentId)?.timer)
    if (leaving.delete(agentId)) return
    quietly(markPresent(organisationId, agentId, needs))
  }

  function depart({ organisationId, agentId }: AgentBearer): void {
    if ([...all].some(({ bearer }) => hasConsole(bearer) && bearer.agentId === agentId)) return
    const leave = () => {
      leaving.delete(agentId)
      quietly(markAbsent(organisationId, agentId, needs))
    }
    const timer = setTimeout(leave, absenceGraceMs)
    timer.unref()
    leaving.set(agentId, { timer, leave })
  }

  /** One ear per organisation for changes of access, whoever is connected. */
  function watch(organisationId: OrganisationId): void {
    const known = watched.get(organisationId)
    if (known) {
      known.count++
      return
    }
    const stop = needs.events.listen(organisationId, 'organisation', {
      hear(events) {
        for (const { type, payload } of events) if (type === 'access.changed') endOf(payload)
      },
      // A hint that was lost is made up for by the event itself, which every socket of an agent follows.
      stands() {},
    })
    watched.set(organisationId, { count: 1, stop })
  }

  function endOf(payload: unknown): void {
    // Written by agents/events.ts.
    const { agentId } = payload as { agentId: string }
    for (const listening of all)
      if (listening.bearer.kind === 'agent' && listening.bearer.agentId === agentId) listening.end('access-changed')
  }

  function unwatch(organisationId: OrganisationId): void {
    const known = watched.get(organisationId)
    if (!known) return
    known.count--
    if (known.count > 0) return
    known.stop()
    watched.delete(organisationId)
  }

  return {
    add,
    /** Sends everybody away, to come back. */
    dismiss() {
      for (const listening of [...all]) listening.end('restarting')
    },
    /** Who closed their console is away at once; resolves when all of it is written. */
    async settle() {
      for (const { timer, leave } of leaving.values()) {
        clearTimeout(timer)
        leave()
      }
      await Promise.all(writing)
    },
    async stop() {
      clearInterval(beating)
      for (const { timer } of leaving.values()) clearTimeout(timer)
      leaving.clear()
    },
  }
}
export type Listeners = ReturnType<typeof createListeners>

type AgentBearer = Extract<Bearer, { kind: 'agent' }>

const isAgent = (listening: Listening): listening is Listening & { bearer: AgentBearer } =>
  listening.bearer.kind === 'agent'

/** A console makes its agent present; a program that polls with their key does not. */
const hasConsole = (bearer: Bearer): bearer is AgentBearer => bearer.kind === 'agent' && bearer.sessionId !== null

const keyed = ({ bearer }: Listening): [string, AgentBearer][] => (hasConsole(bearer) ? [[bearer.agentId, bearer]] : [])
