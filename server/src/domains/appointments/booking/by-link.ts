import type { Span } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { findReason } from '../reasons/index.ts'
import { cancel, giveTo, moveTo, refuseOver, refuseStale, timesMovedTo } from './appointment.ts'
import { type Booked, type BookingNeeds, receiverAt } from './book.ts'
import { commitAppointments } from './commit-appointments.ts'
import { freeTimes } from './free-times.ts'
import { givingTime } from './giving-time.ts'
import { findAppointment, findByLink, lockAppointment, lockDays } from './store.ts'

/**
 * What somebody does with an appointment by the secret of their letter, without an account.
 *
 * @refuses appointments.link-unknown
 */
async function atLink<T>(
  token: string,
  { database }: Pick<BookingNeeds, 'database'>,
  work: (tx: OrganisationTransaction, booked: Booked) => Promise<T>,
): Promise<T> {
  // The secret alone says whose organisation it is of.
  const found = await database.asOwner((tx) => findByLink(tx, token))
  if (!found) throw refusal('appointments.link-unknown')
  return database.transaction(found.organisationId, async (tx) => {
    const appointment = await findAppointment(tx, found.id)
    const reason = appointment && (await findReason(tx, appointment.reasonId))
    if (!appointment || !reason) throw refusal('appointments.link-unknown')
    return work(tx, { appointment, reason })
  })
}

export const viewByLink = <T>(
  token: string,
  needs: BookingNeeds,
  show: (tx: OrganisationTransaction, booked: Booked) => Promise<T>,
): Promise<T> => atLink(token, needs, show)

/**
 * Other times it could be moved to, with whoever is free then: whoever keeps it as it is keeps the person they had.
 *
 * @refuses appointments.link-unknown | appointments.over
 */
export const timesByLink = (token: string, window: Span, needs: BookingNeeds): Promise<string[]> =>
  atLink(token, needs, async (tx, { appointment, reason }) => {
    const now = needs.clock.now()
    refuseOver(appointment, now)
    const slots = await freeTimes(tx, reason, { window, except: appointment.id, now })
    return slots.map(({ from }) => new Date(from).toISOString())
  })

/**
 * Moves it to a time that is offered: with the same person when they are free then, else with whoever is.
 *
 * @refuses appointments.link-unknown | appointments.over | appointments.changed-meanwhile
 *   | appointments.slot-taken or appointments.not-free, with details.nearest
 */
export const moveByLink = <T>(
  wish: { token: string; startsAt: string; version: number },
  needs: BookingNeeds,
  show: (tx: OrganisationTransaction, booked: Booked) => Promise<T>,
): Promise<T> =>
  givingTime((isTaken) =>
    atLink(wish.token, needs, async (tx, { appointment, reason }) => {
      const now = needs.clock.now()
      const startsAt = new Date(wish.startsAt)
      if (appointment.startsAt.getTime() === startsAt.getTime()) return show(tx, { appointment, reason })
      refuseOver(appointment, now)
      refuseStale(appointment, wish.version)
      const times = timesMovedTo(startsAt, appointment)
      await lockDays(tx, { ...reason, ...times })
      const asked = { startsAt, preferred: appointment.agent.id, except: appointment.id, now, isTaken }
      // People before what is theirs, always: a removal holds them in that order.
      const agent = await receiverAt(tx, reason, asked)
      refuseStale(await held(tx, appointment), appointment.version)
      const moved = moveTo(appointment, times, now)
      const after = agent.id === appointment.agent.id ? moved : { ...giveTo(moved, agent, now), ...counted(moved) }
      await commitAppointments(tx, [{ before: appointment, after, reason, telling: 'moved' }], null, needs)
      return show(tx, { appointment: after, reason })
    }),
  )

/** As it is now, and stays until the commit. Appointments are never deleted: what was found is there. */
const held = async (tx: OrganisationTransaction, { id }: Booked['appointment']): Promise<Booked['appointment']> => {
  const appointment = await lockAppointment(tx, id)
  if (!appointment) throw refusal('appointments.link-unknown')
  return appointment
}

/** Of one change, whoever receives from now on: one version more, not two. */
const counted = ({ version, sequence }: Booked['appointment']) => ({ version, sequence })

/**
 * Calls it off; the time is free for others.
 *
 * @refuses appointments.link-unknown | appointments.over | appointments.changed-meanwhile
 */
export const cancelByLink = <T>(
  wish: { token: string; why: string; version: number },
  needs: BookingNeeds,
  show: (tx: OrganisationTransaction, booked: Booked) => Promise<T>,
): Promise<T> =>
  atLink(wish.token, needs, async (tx, { appointment: found, reason }) => {
    const now = needs.clock.now()
    const appointment = await held(tx, found)
    if (appointment.cancelled?.by === 'visitor') return show(tx, { appointment, reason })
    refuseOver(appointment, now)
    refuseStale(appointment, wish.version)
    const after = cancel(appointment, { by: 'visitor', why: wish.why }, now)
    await commitAppointments(tx, [{ before: appointment, after, reason, telling: 'cancelled' }], null, needs)
    return show(tx, { appointment: after, reason })
  })
