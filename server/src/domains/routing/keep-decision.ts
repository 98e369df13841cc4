import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Step } from './plan.ts'
import type { Routed } from './route.ts'
import { type Decision, insertDecision } from './store.ts'

/** People named in a decision; more would be nobody's reading. */
const mostNamed = 40

/** Keeps why it was decided so, in the transaction that does it. */
export const keepDecision = (
  tx: OrganisationTransaction,
  { conversation, rule, routed, cause }: Step,
  now: Date,
): Promise<void> => insertDecision(tx, conversation.id, { decidedAt: now, mode: rule.mode, cause, ...inCodes(routed) })

/** A decision by codes: people of other sub-accounts are left out, and of too many those who are furthest from taking it. */
export function inCodes({
  verdict,
  reasons,
}: Routed): Pick<Decision, 'outcome' | 'agentId' | 'because' | 'candidates'> {
  const candidates = [...reasons]
    .filter(([, why]) => !why.includes('sub-account'))
    .map(([agentId, why]) => ({ agentId, why }))
    .toSorted((a, b) => a.why.length - b.why.length)
  return {
    outcome: verdict.verdict,
    agentId: verdict.verdict === 'offer' ? verdict.to : null,
    because: verdict.verdict === 'nobody' ? verdict.because : null,
    candidates: candidates.slice(0, mostNamed),
  }
}
