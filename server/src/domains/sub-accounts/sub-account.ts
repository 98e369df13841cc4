import type { SubAccountId } from '#contract/ids.ts'
import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'

/** A part of the organisation: shop, brand, department. */
export interface SubAccount {
  id: SubAccountId
  name: string
  /** Counts renamings. */
  version: number
  archivedAt: Date | null
}

/** What can be in a sub-account; `past`: what only refers to it, such as people who were removed. */
export type Kept = keyof SubAccountForAgent['holds'] | 'past'

export interface KeptCount {
  subAccountId: SubAccountId
  kind: Kept
  count: number
}

/** What a later room keeps in sub-accounts: how much of it, and how all of it goes to another one. */
export interface Keeping {
  count(tx: OrganisationTransaction): Promise<KeptCount[]>
  /** Inside the transaction that archives `from`, the organisation's row held. */
  move(tx: OrganisationTransaction, way: { from: SubAccountId; to: SubAccountId }): Promise<void>
}

/** As the journal names it. */
export const asTarget = ({ id, name }: Pick<SubAccount, 'id' | 'name'>) => ({ kind: 'sub-account', id, name }) as const
