import type { Platform } from '#server/platform/platform.ts'
import type { Keeping } from '../sub-accounts/index.ts'
import { commitChange } from './commit-change.ts'
import { moveTo } from './conversation.ts'
import { countInSubAccounts, lockUnfinishedIn, moveClosed } from './store-of-sub-account.ts'

/**
 * Conversations go with their channels, after them: a first word that came meanwhile waited for the channel's row, or is found here.
 * Waiting and open ones are told one by one. Closed ones may be hundreds of thousands: consoles fetch them anew, since the list of
 * sub-accounts changed.
 */
export const keepConversations = ({ events }: Pick<Platform, 'events'>): Keeping => ({
  count: countInSubAccounts,
  async move(tx, { from, to }) {
    for (const conversation of await lockUnfinishedIn(tx, from))
      commitChange(tx, events, conversation, moveTo(conversation, to))
    await moveClosed(tx, { from, to })
  },
})
