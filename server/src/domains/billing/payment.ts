import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Terms } from './subscription.ts'

/** What is to be paid from now on. */
export interface Bill {
  from: Terms | null
  to: Terms
  /** Each month; null: by agreement. */
  monthlyCents: number | null
  currency: string
}

/** Who takes the money. */
export interface Payment {
  /** As the page tells people how it is paid. */
  way: 'settled-outside'
  /** In the transaction of a change, before it is written: a throw means that nothing changes. */
  agree(tx: OrganisationTransaction, bill: Bill): Promise<void>
}

/** Organisations settle with whoever runs the server, who reads what is due from the history. Nothing is taken here. */
export const settledOutside: Payment = { way: 'settled-outside', agree: async () => {} }
