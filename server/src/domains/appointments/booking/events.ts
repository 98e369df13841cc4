import type { AgentEvent } from '#contract/events.ts'
import type { NewEvent } from '#server/platform/events/events.ts'
import { type AppointmentScope, may } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'

/**
 * Appointments or calendars of these receivers are no longer what was fetched. It says nothing of them: whoever shows a calendar
 * fetches it again, under their own rights.
 */
export const appointmentsChanged = (receivers: readonly AppointmentScope[]): NewEvent => ({
  stream: 'organisation',
  type: 'appointments.changed',
  payload: { receivers: receivers.map(({ agentId, subAccountId }) => ({ agentId, subAccountId })) },
})

export const appointmentViews = {
  'appointments.changed': (reader: Actor, payload: unknown): AgentEvent | null => {
    // Written above alone.
    const { receivers } = payload as { receivers: AppointmentScope[] }
    return receivers.some((receiver) => may(reader, 'appointments.read', receiver))
      ? { type: 'appointments.changed' }
      : null
  },
}
