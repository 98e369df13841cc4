import type { ReasonSettings } from '#contract/appointments/reasons.ts'
import type { ReasonId, SubAccountId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import type { Agent } from '../../agents/index.ts'
import type { SlotRule } from '../slots/slots.ts'

/** What visitors of a sub-account book an appointment for. */
export interface Reason extends ReasonSettings {
  id: ReasonId
  subAccountId: SubAccountId
  version: number
  /** Null: offered. */
  archivedAt: Date | null
}

/** What it asks of the time it is booked in. */
export const slotRuleOf = (reason: Reason): SlotRule => ({
  minutes: reason.minutes,
  everyMinutes: reason.everyMinutes,
  before: reason.beforeMinutes,
  after: reason.afterMinutes,
  noticeMinutes: reason.noticeMinutes,
  aheadMinutes: reason.aheadDays * 24 * 60,
})

/**
 * Why somebody who belongs here does not receive for a reason, whatever the time; null: they do. Everybody is everybody of its
 * sub-account: who has all of them receives where they were chosen.
 */
export function whyUnfit(agent: Agent, { subAccountId, takerIds }: Reason): WhyNotFree | null {
  if (!agent.active) return 'inactive'
  if (!agent.modules.includes('appointments')) return 'no-module'
  if (agent.subAccountId !== null && agent.subAccountId !== subAccountId) return 'sub-account'
  const isTaker = takerIds === null ? agent.subAccountId !== null : takerIds.includes(agent.id)
  return isTaker ? null : 'reason'
}
