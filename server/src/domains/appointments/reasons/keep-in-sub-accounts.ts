import type { Keeping } from '../../sub-accounts/index.ts'
import { freeName } from './reason.ts'
import { countInSubAccounts, moveAppointments, reasonsOf, saveReason } from './store.ts'

/**
 * Reasons of a sub-account: when it is archived they go to its heir, and what was booked for them with them. Whose name the heir has
 * already gets a number behind it.
 */
export const keepReasons: Keeping = {
  count: countInSubAccounts,
  async move(tx, { from, to }) {
    const there = await reasonsOf(tx, to)
    for (const reason of await reasonsOf(tx, from)) {
      const moved = { ...reason, subAccountId: to, name: freeName(reason.name, there), version: reason.version + 1 }
      there.push(moved)
      await saveReason(tx, moved)
    }
    await moveAppointments(tx, { from, to })
  },
}
