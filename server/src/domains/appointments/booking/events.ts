import type { AgentEvent } from '#contract/events.ts'
import type { NewEvent } from '#server/platform/events/events.ts'
import { type AppointmentScope, may } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import type { Appointment } from './appointment.ts'
import type { Called } from './calls.ts'

/**
 * Appointments or calendars of these receivers are no longer what was fetched. It says nothing of them: whoever shows a calendar
 * fetches it again, under their own rights.
 */
export const appointmentsChanged = (receivers: readonly AppointmentScope[]): NewEvent => ({
  stream: 'organisation',
  type: 'appointments.changed',
  payload: { receivers: receivers.map(({ agentId, subAccountId }) => ({ agentId, subAccountId })) },
})

/** Somebody else made something of an appointment of theirs: for them alone, if they may still read it. */
export const appointmentCalled = (
  { id, subAccountId, name, startsAt }: Pick<Appointment, 'id' | 'subAccountId' | 'name' | 'startsAt'>,
  { agentId, call }: Called,
): NewEvent => ({
  stream: `sub-account:${subAccountId}`,
  type: 'appointment.called',
  payload: {
    receiver: { agentId, subAccountId },
    call,
    appointment: { id, name, startsAt: startsAt.toISOString() },
  } satisfies CalledPayload,
})

type CalledPayload = Omit<AppointmentCalled, 'type'> & { receiver: AppointmentScope }
export type AppointmentCalled = Extract<AgentEvent, { type: 'appointment.called' }>

export const appointmentViews = {
  'appointment.called': (reader: Actor, payload: unknown): AppointmentCalled | null => {
    // Written above alone.
    const { receiver, call, appointment } = payload as CalledPayload
    const isTheirs = receiver.agentId === reader.agentId && may(reader, 'appointments.read', receiver)
    return isTheirs ? { type: 'appointment.called', call, appointment } : null
  },

  'appointments.changed': (reader: Actor, payload: unknown): AgentEvent | null => {
    // Written above alone.
    const { receivers } = payload as { receivers: AppointmentScope[] }
    return receivers.some((receiver) => may(reader, 'appointments.read', receiver))
      ? { type: 'appointments.changed' }
      : null
  },
}
