import type { AgentId, SalesRequestId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'

/** What an organisation asked of whoever runs the server. */
export interface SalesRequest {
  id: SalesRequestId
  agentId: AgentId
  /** What its author reads. */
  locale: Locale
  message: string
  /** Empty: none given. */
  phone: string
  /** How many are wished for; null: to be talked about. */
  seats: number | null
  createdAt: Date
  /** When the operator said it was dealt with. */
  answeredAt: Date | null
}

/** Each of them writes to the operator, and strangers may have an organisation here. */
export const openRequestsAtMost = 5
