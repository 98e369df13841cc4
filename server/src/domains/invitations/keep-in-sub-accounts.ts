import type { Keeping } from '../sub-accounts/index.ts'
import { countInSubAccounts, moveToSubAccount } from './store.ts'

/** Open and expired invitations into a sub-account: when it is archived they lead to its heir. */
export const keepInvitations: Keeping = { count: countInSubAccounts, move: moveToSubAccount }
