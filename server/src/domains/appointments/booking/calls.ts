import type { AgentId } from '#contract/ids.ts'
import type { AppointmentCall } from '#contract/vocabulary.ts'
import type { Appointment } from './appointment.ts'
import type { Telling } from './letter.ts'

/** Whom a change of an appointment calls, and what for. */
export interface Called {
  agentId: AgentId
  call: AppointmentCall
}

/** Whoever receives, and whoever no longer does: told of what somebody else did. `by` null: the visitor. */
export function calledBy(
  { before, after, telling }: { before: Appointment | null; after: Appointment; telling: Telling | null },
  by: AgentId | null,
): Called[] {
  const former = before?.agent.id ?? after.agent.id
  const calls: Called[] =
    former === after.agent.id
      ? callOf(telling).map((call) => ({ agentId: former, call }))
      : [
          { agentId: after.agent.id, call: 'given' },
          { agentId: former, call: 'taken' },
        ]
  return calls.filter(({ agentId }) => agentId !== by)
}

const callOf = (telling: Telling | null): AppointmentCall[] =>
  telling === 'booked' || telling === 'moved' || telling === 'cancelled' ? [telling] : []
