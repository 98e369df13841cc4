import type { AgentId, AppointmentId, ReasonId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../../access/index.ts'
import { type Agent, findAgent, holdActor, holdAgent } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { type Appointment, giveTo, isUpcoming, scopeOf } from '../booking/appointment.ts'
import type { BookingNeeds } from '../booking/book.ts'
import { type AppointmentChange, commitAppointments } from '../booking/commit-appointments.ts'
import { givingTime } from '../booking/giving-time.ts'
import { lockAppointments } from '../booking/store.ts'
import { knows, listReasons, type Reason } from '../reasons/index.ts'
import { fieldOf, whoCould } from './who-could.ts'

/** One appointment, as it was read, and who receives from now on. */
export interface Move {
  appointmentId: AppointmentId
  version: number
  agentId: AgentId
}

/** Why one could not be given. `changed`: it is no longer what was read: moved, called off, begun, or somebody else's. */
interface Refused {
  appointmentId: AppointmentId
  why: ('changed' | WhyNotFree)[]
}

/**
 * Gives appointments of an agent to others, at the same times: all of them or none. Visitors are told, and the entries in their
 * calendars change in place.
 *
 * @refuses request.not-found | access.refused | access.inactive | appointments.not-placed with details.refused
 *   | appointments.slot-taken
 */
export function reassign(
  by: Actor,
  { agentId, moves }: { agentId: AgentId; moves: readonly Move[] },
  needs: BookingNeeds,
): Promise<{ appointments: Appointment[]; by: Actor }> {
  return givingTime(() =>
    needs.database.transaction(by.organisationId, async (tx) => {
      const now = needs.clock.now()
      // People before what is theirs, always, and as many as there are in the order of their ids.
      const { actor, people } = await holdPeople(
        tx,
        by,
        moves.map((move) => move.agentId),
      )
      authorise(actor, 'reasons.list', null)
      const receivers = moves.map((move, index) => {
        const receiver = move.agentId === agentId ? undefined : people.get(move.agentId)
        if (!receiver || !knows(actor, receiver))
          throw refusal('request.not-found', { field: `moves.${index}.agentId` })
        return receiver
      })
      const appointments = await lockSeen(tx, actor, moves)
      await refuseUnseen(tx, actor, { agentId, appointments })

      const whyNot = await whoCould(tx, appointments, [...new Set(receivers)])
      const reasons = new Map<ReasonId, Reason>((await listReasons(tx)).map((reason) => [reason.id, reason]))
      const refused: Refused[] = []
      const given: AppointmentChange[] = []
      for (const [index, before] of appointments.entries()) {
        const [move, receiver, reason] = [moves[index], receivers[index], reasons.get(before.reasonId)]
        if (!move || !receiver || !reason) throw new Error('each appointment has a move, a receiver and a reason')
        const isStale = before.version !== move.version || before.agent.id !== agentId || !isUpcoming(before, now)
        const why = isStale ? (['changed'] as const) : whyNot(before, reason, receiver)
        if (why.length > 0) refused.push({ appointmentId: before.id, why: [...why] })
        given.push({ before, after: giveTo(before, receiver, now), reason, telling: 'reassigned' })
      }
      if (refused.length > 0) throw refusal('appointments.not-placed', { details: { refused } })

      await commitAppointments(tx, given, actor, needs)
      return { appointments: given.map(({ after }) => after), by: actor }
    }),
  )
}

/** Whoever acts and whoever is to receive: none of them leaves, or loses what lets them, until the commit. */
async function holdPeople(
  tx: OrganisationTransaction,
  by: Actor,
  agentIds: readonly AgentId[],
): Promise<{ actor: Actor; people: Map<AgentId, Agent> }> {
  let actor = by
  const people = new Map<AgentId, Agent>()
  for (const id of [...new Set([...agentIds, by.agentId])].sort()) {
    if (id === by.agentId) actor = await holdActor(tx, by)
    const agent = await holdAgent(tx, id)
    if (agent) people.set(id, agent)
  }
  return { actor, people }
}

/**
 * In the order of the moves; held in the order of their ids.
 *
 * @refuses request.not-found | access.refused
 */
async function lockSeen(tx: OrganisationTransaction, actor: Actor, moves: readonly Move[]): Promise<Appointment[]> {
  const ids = moves.map(({ appointmentId }) => appointmentId)
  const locked = new Map((await lockAppointments(tx, ids)).map((one) => [one.id, one]))
  return ids.map((id) => {
    const appointment = locked.get(id)
    // One that is out of reach answers as one that is not there, to the letter.
    if (!appointment || !may(actor, 'appointments.read', scopeOf(appointment)))
      throw refusal('request.not-found', { field: `${fieldOf('moves', ids, id)}.appointmentId` })
    authorise(actor, 'appointments.reassign', scopeOf(appointment))
    return appointment
  })
}

/**
 * Whoever has none of these is told of only to who runs appointments where they are.
 *
 * @refuses request.not-found | access.refused
 */
async function refuseUnseen(
  tx: OrganisationTransaction,
  actor: Actor,
  { agentId, appointments }: { agentId: AgentId; appointments: readonly Appointment[] },
): Promise<void> {
  if (appointments.some(({ agent }) => agent.id === agentId)) return
  const agent = await findAgent(tx, agentId)
  if (!agent) throw refusal('request.not-found')
  authorise(actor, 'appointments.reassign', { agentId, subAccountId: agent.subAccountId })
}
