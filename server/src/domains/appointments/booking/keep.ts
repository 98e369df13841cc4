import type { AppointmentId } from '#contract/ids.ts'
import type { AppointmentState } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../../access/index.ts'
import type { Agent } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { findReason } from '../reasons/index.ts'
import { askToMove, cancel, conclude, moveTo, refuseOver, refuseStale, scopeOf, timesMovedTo } from './appointment.ts'
import { type Acted, type Booked, type BookingNeeds, holdReceiver, refuseNotFree } from './book.ts'
import { commitAppointments } from './commit-appointments.ts'
import { givingTime } from './giving-time.ts'
import type { Telling } from './letter.ts'
import { findAppointment, lockAppointment } from './store.ts'

interface Kept {
  appointmentId: AppointmentId
  /** The one that was read: nobody changes what they have not seen. */
  version: number
}

/**
 * Gives an appointment another time, with the same agent. Its visitor is told, and the entry in their calendar changes.
 *
 * @refuses request.not-found | access.refused | access.inactive | appointments.changed-meanwhile | appointments.over
 *   | appointments.past | appointments.not-free with details.why | appointments.slot-taken
 */
export const moveAppointment = (
  by: Actor,
  wish: Kept & { startsAt: string; despite: Parameters<typeof refuseNotFree>[1]['despite'] },
  needs: BookingNeeds,
): Promise<Acted> =>
  givingTime((isTaken) =>
    keep(by, wish.appointmentId, needs, async ({ tx, appointment, reason, agent }) => {
      const now = needs.clock.now()
      const startsAt = new Date(wish.startsAt)
      if (appointment.startsAt.getTime() === startsAt.getTime()) return null
      refuseOver(appointment, now)
      refuseStale(appointment, wish.version)
      if (startsAt <= now) throw refusal('appointments.past', { field: 'startsAt' })
      const times = timesMovedTo(startsAt, appointment)
      const asked = { agent, reason, times, except: appointment.id, despite: wish.despite, now, isTaken }
      await refuseNotFree(tx, asked)
      return { after: moveTo(appointment, times, now), telling: 'moved' }
    }),
  )

/**
 * Calls an appointment off. Its visitor is told why; its time is free for others.
 *
 * @refuses request.not-found | access.refused | access.inactive | appointments.changed-meanwhile | appointments.over
 */
export const cancelAppointment = (by: Actor, wish: Kept & { why: string }, needs: BookingNeeds): Promise<Acted> =>
  keep(by, wish.appointmentId, needs, async ({ appointment }) => {
    const now = needs.clock.now()
    refuseOver(appointment, now)
    refuseStale(appointment, wish.version)
    return { after: cancel(appointment, { by: 'agent', why: wish.why }, now), telling: 'cancelled' }
  })

/**
 * Says what came of an appointment that has begun: honoured, missed, or neither after all.
 *
 * @refuses request.not-found | access.refused | access.inactive | appointments.changed-meanwhile | appointments.not-begun
 *   | appointments.over
 */
export const concludeAppointment = (
  by: Actor,
  wish: Kept & { state: Exclude<AppointmentState, 'cancelled'> },
  needs: BookingNeeds,
): Promise<Acted> =>
  keep(by, wish.appointmentId, needs, async ({ appointment }) => {
    if (appointment.state === wish.state) return null
    refuseStale(appointment, wish.version)
    return { after: conclude(appointment, wish.state, needs.clock.now()), telling: null }
  })

/**
 * Asks the visitor by letter to choose another time. Until they do, it stands.
 *
 * @refuses request.not-found | access.refused | access.inactive | appointments.over | appointments.nobody-to-write-to
 */
export const requestToMove = (by: Actor, appointmentId: AppointmentId, needs: BookingNeeds): Promise<Acted> =>
  keep(by, appointmentId, needs, async ({ appointment }) => {
    const now = needs.clock.now()
    refuseOver(appointment, now)
    if (appointment.email === '') throw refusal('appointments.nobody-to-write-to')
    if (appointment.askedToMoveAt !== null) return null
    return { after: askToMove(appointment, now), telling: 'asked-to-move' }
  })

interface Held extends Booked {
  tx: OrganisationTransaction
  /** Who receives. */
  agent: Agent
}
type Keeping = (held: Held) => Promise<{ after: Booked['appointment']; telling: Telling | null } | null>

/** One change of one appointment: held, decided, written, told. `keeping` hands back null when there is nothing to change. */
async function keep(by: Actor, id: AppointmentId, needs: BookingNeeds, keeping: Keeping): Promise<Acted> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    const found = await findAppointment(tx, id)
    // People before what is theirs, always: a removal holds them in that order. Who receives may change meanwhile; it is looked at again.
    const { actor, agent } = await holdReceiver(tx, by, found?.agent.id ?? by.agentId)
    authorise(actor, 'reasons.list', null)
    const appointment = found && (await lockAppointment(tx, id))
    const reason = appointment && (await findReason(tx, appointment.reasonId))
    if (!appointment || !reason) throw refusal('request.not-found')
    authorise(actor, 'appointments.keep', scopeOf(appointment))
    if (!agent || agent.id !== appointment.agent.id) throw refusal('appointments.changed-meanwhile')
    const kept = await keeping({ tx, appointment, reason, agent })
    if (!kept) return { appointment, reason, by: actor }
    await commitAppointments(tx, [{ before: appointment, ...kept, reason }], actor, needs)
    return { appointment: kept.after, reason, by: actor }
  })
}
