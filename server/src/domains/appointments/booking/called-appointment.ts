import type { AppointmentId } from '#contract/ids.ts'
import type { AppointmentCall } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { may } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import { calendarsOf } from '../calendars/store.ts'
import { isUpcoming } from './appointment.ts'
import { findAppointment } from './store.ts'

/**
 * An appointment that an agent was called for, with the zone of their calendar; null: it no longer calls, since it began, is somebody
 * else's again, or was called off.
 */
export async function calledAppointment(
  tx: OrganisationTransaction,
  reader: Actor,
  { id, call, now }: { id: AppointmentId; call: AppointmentCall; now: Date },
): Promise<{ name: string; startsAt: Date; zone: string } | null> {
  const appointment = await findAppointment(tx, id)
  const { agentId } = reader
  if (!appointment || !may(reader, 'appointments.read', { agentId, subAccountId: appointment.subAccountId }))
    return null
  const isTheirs = appointment.agent.id === agentId
  const stands = call === 'cancelled' ? appointment.state === 'cancelled' : isUpcoming(appointment, now)
  if (appointment.startsAt <= now || !stands || isTheirs === (call === 'taken')) return null
  const [calendar] = await calendarsOf(tx, [agentId])
  return { name: appointment.name, startsAt: appointment.startsAt, zone: calendar?.zone ?? appointment.zone }
}
