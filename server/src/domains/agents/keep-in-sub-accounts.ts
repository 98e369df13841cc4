import type { Platform } from '#server/platform/platform.ts'
import type { Keeping } from '../sub-accounts/index.ts'
import { accessChanged, colleagueChanged } from './events.ts'
import { countInSubAccounts, moveToSubAccount } from './store.ts'

/**
 * People of a sub-account. When it is archived they go to its heir with their rights: what is theirs to reach follows, and their
 * open sockets with it. Those who were removed go along, so that one who is brought back has a place.
 */
export const keepAgents = ({ events, clock }: Pick<Platform, 'events' | 'clock'>): Keeping => ({
  count: countInSubAccounts,
  async move(tx, { from, to }) {
    for (const agent of await moveToSubAccount(tx, { from, to })) {
      events.append(tx, accessChanged(agent.id))
      events.append(tx, colleagueChanged(agent, clock.now(), { subAccountId: from }))
    }
  },
})
