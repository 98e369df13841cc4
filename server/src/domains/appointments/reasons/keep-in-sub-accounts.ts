import type { Platform } from '#server/platform/platform.ts'
import type { Keeping } from '../../sub-accounts/index.ts'
import { appointmentsChanged } from '../booking/events.ts'
import { freeName } from './reason.ts'
import { countInSubAccounts, moveAppointments, reasonsOf, saveReason } from './store.ts'

/**
 * Reasons of a sub-account: when it is archived they go to its heir, and what was booked for them with them. Whose name the heir has
 * already gets a number behind it. Calendars that are looked at show the new place.
 */
export const keepReasons = ({ events }: Pick<Platform, 'events'>): Keeping => ({
  count: countInSubAccounts,
  async move(tx, { from, to }) {
    const there = await reasonsOf(tx, to)
    for (const reason of await reasonsOf(tx, from)) {
      const moved = { ...reason, subAccountId: to, name: freeName(reason.name, there), version: reason.version + 1 }
      there.push(moved)
      await saveReason(tx, moved)
    }
    const receivers = await moveAppointments(tx, { from, to })
    if (receivers.length === 0) return
    const scopes = receivers.flatMap((agentId) => [from, to].map((subAccountId) => ({ agentId, subAccountId })))
    events.append(tx, appointmentsChanged(scopes))
  },
})
