import type { AgentId, ConversationId, OrganisationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { NumberedEvent, Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { actorOf, findAgent } from '../agents/index.ts'
import { appointmentViews } from '../appointments/index.ts'
import type { Actor } from '../callers.ts'
import { changeAsSeen, conversationAsSeen } from '../conversations/index.ts'
import { calledFor, stillCalls } from './notification.ts'
import { type PushJob, pushJob } from './push.ts'
import { holdProgress, listShown, listSubscribers, listSubscriptions, listUnlooked, saveProgress } from './store.ts'

export interface Pace {
  everyMs: number
  /** A console that is open is read in this time: what it reads needs no push. */
  graceMs: number
}
export const usualPace: Pace = { everyMs: 1_000, graceMs: 4_000 }

export interface Looking {
  /** Now, and not when it is time. */
  look(): Promise<void>
  stop(): Promise<void>
}

type Needs = Pick<Platform, 'database' | 'events' | 'jobs' | 'clock' | 'log'> & { pace: Pace }

/** Events at a time. */
const batch = 200

/**
 * Looks, about once a second, what happened in organisations that have somebody to push to, and leaves a job for each whom it calls.
 * The streams of events are the outbox: how far it was looked is kept beside them, in the transaction that leaves the jobs, so that
 * nothing is skipped when a process ends, and two processes do not call twice. Returns how to stop.
 */
export function lookWhomToPush(needs: Needs): Looking {
  let looking = Promise.resolve()
  const look = async () => {
    for (const { organisationId, stream } of await needs.database.asOwner(listUnlooked))
      await lookAt(organisationId, stream, needs)
  }
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error) => needs.log.warn({ err: error }, 'notifications: will look again'))
  }, needs.pace.everyMs)
  timer.unref()
  return {
    look,
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

async function lookAt(organisationId: OrganisationId, stream: Stream, needs: Needs): Promise<void> {
  const { database, events, jobs, clock } = needs
  for (let more = true; more; )
    more = await database.transaction(organisationId, async (tx) => {
      const since = await holdProgress(tx, stream)
      if (since === null) return false
      const happened = await events.read(tx, stream, since, batch)
      const last = happened.at(-1)
      if (!last) return false
      const startAfter = new Date(clock.now().getTime() + needs.pace.graceMs)
      for (const { job, soon } of await callsIn(tx, happened))
        await jobs.enqueue(tx, pushJob, job, soon || needs.pace.graceMs === 0 ? {} : { startAfter })
      await saveProgress(tx, stream, last.number)
      return happened.length === batch
    })
}

/** Whom these events call, and whose devices show what no longer calls. */
async function callsIn(tx: OrganisationTransaction, happened: readonly NumberedEvent[]): Promise<Call[]> {
  const changes = happened.filter(({ type }) => type === 'conversation.changed')
  const called = happened.filter(({ type }) => type === 'appointment.called')
  if (changes.length === 0 && called.length === 0) return []
  const { organisationId } = tx
  const readers = await readersOf(tx, await listSubscribers(tx))
  const calls = await appointmentCallsIn(tx, called, readers)
  const touched = new Set<ConversationId>()
  for (const { payload } of changes) {
    for (const reader of readers.values()) {
      const seen = changeAsSeen(reader, payload)
      const kind = seen && calledFor(seen, reader.agentId)
      if (!kind) continue
      const { id: conversationId, lastSeq: seq } = seen.conversation
      const job = { act: 'show' as const, organisationId, agentId: reader.agentId, conversationId, kind, seq }
      // Of several calls for one conversation the last says it all.
      const earlier = calls.findIndex((call) => isOf(call.job, job))
      if (earlier >= 0) calls.splice(earlier, 1)
      calls.push({ job, soon: kind === 'offered' })
    }
    touched.add(conversationIdOf(payload))
  }
  for (const { agentId, conversationId, seq } of await listShown(tx, [...touched])) {
    const reader = readers.get(agentId)
    const now = reader && (await conversationAsSeen(tx, reader, conversationId))
    const standing = now?.state === 'pending' ? 'waiting' : 'message'
    if (now && stillCalls(standing, { seq, me: agentId }, now)) continue
    calls.push({ job: { act: 'clear', organisationId, agentId, conversationId }, soon: true })
  }
  return calls
}

interface Call {
  job: PushJob
  soon: boolean
}

/** One for each browser; of several for one appointment the last says it all. */
async function appointmentCallsIn(
  tx: OrganisationTransaction,
  called: readonly NumberedEvent[],
  readers: ReadonlyMap<AgentId, Actor>,
): Promise<Call[]> {
  const calls = new Map<string, Call>()
  const { organisationId } = tx
  for (const { payload } of called)
    for (const [agentId, reader] of readers) {
      const seen = appointmentViews['appointment.called'](reader, payload)
      if (!seen) continue
      const { call, appointment } = seen
      for (const { id: subscriptionId } of await listSubscriptions(tx, agentId)) {
        const to = { organisationId, agentId, subscriptionId, appointmentId: appointment.id }
        calls.set(`${subscriptionId} ${appointment.id}`, { job: { act: 'show-appointment', ...to, call }, soon: true })
      }
    }
  return [...calls.values()]
}

const isOf = (one: PushJob, other: PushJob & { act: 'show' | 'clear' }): boolean =>
  one.act === other.act && one.agentId === other.agentId && one.conversationId === other.conversationId

async function readersOf(tx: OrganisationTransaction, agentIds: readonly AgentId[]): Promise<Map<AgentId, Actor>> {
  const readers = new Map<AgentId, Actor>()
  for (const id of agentIds) {
    const agent = await findAgent(tx, id)
    if (agent) readers.set(id, actorOf(agent, tx.organisationId))
  }
  return readers
}

// Every event of this type is written by the conversations' room, with the conversation in it.
const conversationIdOf = (payload: unknown): ConversationId =>
  (payload as { conversation: { id: ConversationId } }).conversation.id
