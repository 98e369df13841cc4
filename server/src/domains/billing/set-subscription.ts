import type { OrganisationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { countTaken } from './people.ts'
import { putOnTerms, type TermsNeeds } from './put-on-terms.ts'
import { findSubscription } from './store.ts'
import { type Terms, whyTooFew } from './subscription.ts'

/**
 * The operator puts an organisation on what was agreed with it: any plan, any number of seats, or unlimited. Even they leave
 * nobody without a seat.
 *
 * @refuses billing.too-few-seats
 */
export async function setSubscription(
  organisationId: OrganisationId,
  to: Terms,
  needs: TermsNeeds & Pick<Platform, 'database'>,
): Promise<void> {
  await needs.database.transaction(organisationId, async (tx) => {
    await lockOrganisation(tx)
    const was = await findSubscription(tx)
    const no = whyTooFew(to, await countTaken(tx, needs.clock.now()))
    if (no) throw no
    await putOnTerms(tx, { by: 'operator', was, to }, needs)
  })
}
