import type { ReasonId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'

/** What visitors of a sub-account may book an appointment for. */
export interface ReasonToBook {
  id: ReasonId
  name: string
  /** Whether anybody receives for it now. */
  isReceived: boolean
}

/** Those that are offered, by name. The room of appointments, which comes later, tells them. */
export type ReasonsToBook = (tx: OrganisationTransaction, subAccountId: SubAccountId) => Promise<ReasonToBook[]>
