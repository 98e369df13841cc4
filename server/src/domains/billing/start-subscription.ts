import type { PlanKey } from '#contract/plans.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Plans } from './plans.ts'
import { insertChange, insertSubscription } from './store.ts'
import { firstTerms, priceOf } from './subscription.ts'

/**
 * Puts an organisation that is being made on a plan, in the same transaction: each must have one before anybody joins. The one
 * of the set-up belongs to whoever runs the server, and has `ultimate`; those of strangers begin on `free`.
 */
export async function startSubscription(
  tx: OrganisationTransaction,
  plan: PlanKey,
  { plans, clock }: Pick<Platform, 'clock'> & { plans: Plans },
): Promise<void> {
  const terms = firstTerms(plan, plans)
  const now = clock.now()
  await insertSubscription(tx, { ...terms, version: 1 }, now)
  await insertChange(tx, {
    version: 1,
    byAgentId: null,
    from: null,
    to: terms,
    monthlyCents: priceOf(terms, plans),
    currency: plans.currency,
    at: now,
  })
}
