import type { Keeping } from '../sub-accounts/index.ts'
import { countInSubAccounts, moveToSubAccount } from './store.ts'

/** Channels of a sub-account: when it is archived they go on in its heir, under the same keys. */
export const keepChannels: Keeping = { count: countInSubAccounts, move: moveToSubAccount }
