import type { SubAccount } from '#contract/sub-accounts.ts'
import { type Kept, keep } from '../ui/kept.ts'

/** Which sub-account the pages show, chosen at the top right; null: all. Kept in this browser. */
export const keptSubAccount: Kept<string | null> = keep('comptoir.sub-account', {
  parse: (raw) => raw || null,
  format: (id) => id ?? '',
})

/** The choice as far as it still exists: a sub-account that is gone, or of another organisation, means all. */
export const chosenSubAccount = (kept: string | null, subAccounts: readonly SubAccount[]): SubAccount | null =>
  subAccounts.length > 1 ? (subAccounts.find(({ id }) => id === kept) ?? null) : null
