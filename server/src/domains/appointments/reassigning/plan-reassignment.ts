import type { Placing } from '#contract/appointments/reassigning.ts'
import type { AgentId, AppointmentId, ReasonId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../../access/index.ts'
import { type Agent, findAgent, listAgents, readAs } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { type Appointment, scopeOf } from '../booking/appointment.ts'
import { appointmentsForAgent } from '../booking/calendar.ts'
import { leastBusy } from '../booking/free-times.ts'
import { listUpcomingOf } from '../booking/store.ts'
import { knows, listReasons, type Reason } from '../reasons/index.ts'
import { mayBeChosen } from '../reasons/reason.ts'
import { fieldOf, type WhyNot, whoCould } from './who-could.ts'

interface Asked {
  agentId: AgentId
  appointmentIds?: readonly AppointmentId[] | undefined
  to?: AgentId | undefined
}

/**
 * Where an agent's appointments to come could go, in the order of their times: who could take each, who not and why. Whoever has
 * least to do gets it, what is planned before counted in. Nothing changes, and nothing is kept free.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export async function planReassignment(
  caller: Actor,
  { agentId, appointmentIds, to }: Asked,
  needs: Pick<Platform, 'database' | 'clock'>,
): Promise<Placing[]> {
  return readAs(caller, needs, async (tx, reader) => {
    authorise(reader, 'reasons.list', null)
    const theirs = await readGivable(tx, agentId, { reader, now: needs.clock.now() })
    const asked = appointmentIds ? chosen(theirs, appointmentIds) : theirs.slice(0, limits.appointmentsPerReassignment)
    const known = (await listAgents(tx)).filter((agent) => agent.id !== agentId && knows(reader, agent))
    const people = to === undefined ? known : known.filter(({ id }) => id === to)
    if (to !== undefined && people.length === 0) throw refusal('request.not-found', { field: 'agentId' })

    const shown = new Map((await appointmentsForAgent(tx, asked, reader)).map((one) => [one.id, one]))
    const whyNot = await whoCould(tx, asked, people)
    const reasons = new Map<ReasonId, Reason>((await listReasons(tx)).map((reason) => [reason.id, reason]))
    const planned: { agentId: AgentId; at: Date }[] = []
    const placings: Placing[] = []
    for (const one of asked) {
      const [appointment, reason] = [shown.get(one.id), reasons.get(one.reasonId)]
      if (!appointment || !reason) throw new Error('an appointment has a reason')
      // Who is named is told of, whatever they are; of all, those who might receive there.
      const might = to === undefined ? people.filter((agent) => mayBeChosen(agent, one.subAccountId)) : people
      const candidates = candidatesFor(one, { reason, might, whyNot })
      const free = candidates.filter(({ why }) => why.length === 0).map(({ agent }) => agent.id)
      const heir = await leastBusy(tx, free, one.startsAt, planned)
      if (heir) planned.push({ agentId: heir, at: one.startsAt })
      placings.push({ appointment, candidates, agentId: heir })
    }
    return placings
  })
}

/** Those who could take it first, each part by name. */
function candidatesFor(
  appointment: Appointment,
  { reason, might, whyNot }: { reason: Reason; might: readonly Agent[]; whyNot: WhyNot },
): Placing['candidates'] {
  const all = might.map((agent) => ({
    agent: { id: agent.id, name: agent.name },
    why: whyNot(appointment, reason, agent),
  }))
  return [...all.filter(({ why }) => why.length === 0), ...all.filter(({ why }) => why.length > 0)]
}

/**
 * Those to come of an agent that the reader may give to others. Of somebody who has none, only who runs appointments there learns so.
 *
 * @refuses request.not-found | access.refused
 */
async function readGivable(
  tx: OrganisationTransaction,
  agentId: AgentId,
  { reader, now }: { reader: Actor; now: Date },
): Promise<Appointment[]> {
  const agent = await findAgent(tx, agentId)
  if (!agent) throw refusal('request.not-found')
  const upcoming = await listUpcomingOf(tx, agentId, now)
  const givable = upcoming.filter((one) => may(reader, 'appointments.reassign', scopeOf(one)))
  if (givable.length === 0) authorise(reader, 'appointments.reassign', { agentId, subAccountId: agent.subAccountId })
  return givable
}

/** @refuses request.not-found of one that is not there, not theirs any more, or has begun */
function chosen(theirs: readonly Appointment[], ids: readonly AppointmentId[]): Appointment[] {
  const there = new Set(theirs.map(({ id }) => id))
  for (const id of ids)
    if (!there.has(id)) throw refusal('request.not-found', { field: fieldOf('appointmentIds', ids, id) })
  return theirs.filter(({ id }) => ids.includes(id))
}
