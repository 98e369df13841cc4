import { limits } from '#contract/limits.ts'
import type { Platform } from '#server/platform/platform.ts'
import { may } from '../../access/index.ts'
import type { HoldingRoom } from '../../agents/index.ts'
import { scopeOf } from '../booking/appointment.ts'
import { countUpcomingOf, listUpcomingOf } from '../booking/store.ts'
import { listReasons } from '../reasons/index.ts'

/**
 * Appointments to come, which keep somebody from being removed: visitors were promised a person. Each is given to somebody else, or
 * called off, before.
 *
 * Whoever gives somebody a time holds the row of that person first, and a removal locks it before this counts. So either the
 * appointment is there to be counted, or whoever books finds nobody to book.
 */
export const upcomingAppointments = ({ clock }: Pick<Platform, 'clock'>): HoldingRoom => ({
  kind: 'appointments',
  blocks: true,

  count: (tx, { id }) => countUpcomingOf(tx, id, clock.now()),

  async list(tx, { id }, reader) {
    const upcoming = await listUpcomingOf(tx, id, clock.now())
    const names = new Map((await listReasons(tx)).map((reason) => [reason.id, reason.name]))
    return upcoming
      .filter((appointment) => may(reader, 'appointments.read', scopeOf(appointment)))
      .slice(0, limits.heldListed)
      .map((appointment) => ({
        id: appointment.id,
        at: appointment.startsAt.toISOString(),
        what: names.get(appointment.reasonId) ?? '',
        who: appointment.name,
      }))
  },

  heirs: async () => [],

  // None are left to hand over; nobody is named for none.
  handOver: async (_tx, _agent, heir) => heir === null,
})
