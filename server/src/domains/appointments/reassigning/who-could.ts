import type { AppointmentId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import { dayMs } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Agent } from '../../agents/index.ts'
import { type Appointment, spanOf } from '../booking/appointment.ts'
import { isTaken, whyClosed } from '../booking/free-times.ts'
import { readAgentTimes } from '../calendars/agent-times.ts'
import { type Reason, whyUnfit } from '../reasons/index.ts'

/** What speaks against giving somebody an appointment at its time; nothing: it may be given to them. */
export type WhyNot = (appointment: Appointment, reason: Reason, agent: Agent) => WhyNotFree[]

/**
 * Looks at the calendars of some people around some appointments, all at once. Those to come of one agent never overlap, nor does what
 * is kept free around them (a promise of their table): whoever could take each of them could take all.
 */
export async function whoCould(
  tx: OrganisationTransaction,
  appointments: readonly Appointment[],
  agents: readonly Agent[],
): Promise<WhyNot> {
  // None to look around: there is no time to read.
  if (appointments.length === 0) return () => []
  const spans = appointments.map(spanOf)
  const window = {
    from: Math.min(...spans.map(({ from }) => from)) - dayMs,
    to: Math.max(...spans.map(({ to }) => to)) + dayMs,
  }
  const calendars = await readAgentTimes(
    tx,
    agents.map(({ id }) => id),
    window,
    'en',
  )
  return (appointment, reason, agent) => {
    const calendar = calendars.get(agent.id)
    const unfit = whyUnfit(agent, reason)
    if (!calendar) return ['closed']
    return [
      ...(unfit ? [unfit] : []),
      ...whyClosed(calendar, spanOf(appointment)),
      ...(isTaken(calendar, appointment) ? (['taken'] as const) : []),
    ]
  }
}

/** Where in a list that was sent it stands. */
export const fieldOf = (list: string, ids: readonly AppointmentId[], id: AppointmentId): string =>
  `${list}.${ids.indexOf(id)}`
