import type { Keeping } from '../sub-accounts/index.ts'
import { countInSubAccounts, moveToSubAccount } from './store.ts'

/** Questionnaires of a sub-account: when it is archived they go to its heir, with their channels and advisors. */
export const keepQuestionnaires: Keeping = { count: countInSubAccounts, move: moveToSubAccount }
