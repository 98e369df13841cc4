import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { countTaken } from './people.ts'
import type { Plans } from './plans.ts'
import { findSubscription } from './store.ts'
import { countOf, seatsLeftOf, termsNow } from './subscription.ts'

/** What whoever takes seats needs beside the transaction. */
export type SeatNeeds = Pick<Platform, 'clock'> & { plans: Plans }

/**
 * How many more people may come; `Infinity` where there is no end. The transaction holds `lockOrganisation` from before this
 * until it has written whoever comes: of two who want the last seat the second finds it taken.
 */
export async function seatsLeft(tx: OrganisationTransaction, needs: SeatNeeds): Promise<number> {
  const { terms, taken } = await standing(tx, needs)
  return seatsLeftOf(terms, taken)
}

/**
 * Makes sure that so many more people may come. Nothing is written: a seat is taken by the agent or invitation that the same
 * transaction, which holds `lockOrganisation`, writes after this.
 *
 * @refuses billing.no-seat-left, with details.seats and details.taken; details.fixed where no other plan can be chosen
 */
export async function takeSeats(tx: OrganisationTransaction, count: number, needs: SeatNeeds): Promise<void> {
  const { terms, taken } = await standing(tx, needs)
  if (seatsLeftOf(terms, taken) < count)
    throw refusal('billing.no-seat-left', {
      details: { seats: terms.seats, taken: countOf(taken), ...(needs.plans.fixed !== null && { fixed: true }) },
    })
}

const standing = async (tx: OrganisationTransaction, { plans, clock }: SeatNeeds) => ({
  terms: termsNow(await findSubscription(tx), plans),
  taken: await countTaken(tx, clock.now()),
})
