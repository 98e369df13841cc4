import type { ChangeSubscription } from '#contract/billing.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { countTaken } from './people.ts'
import { putOnTerms, type TermsNeeds } from './put-on-terms.ts'
import { findSubscription } from './store.ts'
import { whyNotChange } from './subscription.ts'

/** The actor as they stand inside the transaction. Of the agents' room, which comes later: handed in by app.ts. */
export type HoldActor = (tx: OrganisationTransaction, actor: Actor) => Promise<Actor>

/**
 * An organisation changes plan or seats, from the commit on. Inviting and joining wait for it under the organisation's lock, so
 * that nobody is left without a seat. Wishing for what it has already changes nothing.
 *
 * @refuses access.refused | billing.plan-fixed | billing.by-request | billing.seats-not-offered | billing.too-few-seats
 *   | billing.changed-meanwhile
 */
export async function changeSubscription(
  by: Actor,
  { plan, seats, version }: ChangeSubscription,
  needs: TermsNeeds & Pick<Platform, 'database'> & { holdActor: HoldActor },
): Promise<void> {
  const { database, plans, clock } = needs
  await database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await needs.holdActor(tx, by)
    authorise(actor, 'billing.change', null)
    const was = await findSubscription(tx)
    if (was.version !== version) throw refusal('billing.changed-meanwhile')
    const no = whyNotChange({ plan, seats }, { plans, taken: await countTaken(tx, clock.now()) })
    if (no) throw no
    await putOnTerms(tx, { by: actor, was, to: { plan, seats } }, needs)
  })
}
