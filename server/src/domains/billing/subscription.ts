import { monthlyCents, type PlanKey } from '#contract/plans.ts'
import { type Refusal, refusal } from '#server/platform/refusal.ts'
import type { Plans } from './plans.ts'

/** What was agreed on. Seats are those bought then: a later table of plans sells others, and takes none away. */
export interface Terms {
  plan: PlanKey
  /** Null: unlimited. */
  seats: number | null
}

/** What an organisation is on. */
export interface Subscription extends Terms {
  version: number
}

/** What holds seats: people who belong here, and invitations that could still be accepted. */
export interface TakenSeats {
  agents: number
  invitations: number
}

/** Where somebody begins who never chose: a plan with as few seats as it has. */
export const firstTerms = (plan: PlanKey, plans: Plans): Terms => {
  const { least, most } = plans.of[plan].seats
  return { plan, seats: most === null ? null : least }
}

/** What holds now. Where the operator has fixed a plan for everybody, it is that one, and all the seats it has. */
export const termsNow = (subscription: Terms, { fixed, of }: Plans): Terms =>
  fixed === null ? { plan: subscription.plan, seats: subscription.seats } : { plan: fixed, seats: of[fixed].seats.most }

export const countOf = ({ agents, invitations }: TakenSeats): number => agents + invitations

/** How many more there may be, without end for unlimited ones; 0 also where more are taken than there are. */
export const seatsLeftOf = ({ seats }: Terms, taken: TakenSeats): number =>
  seats === null ? Number.POSITIVE_INFINITY : Math.max(0, seats - countOf(taken))

/** What is to be paid each month; null where it was agreed on, and where prices are no matter of this server. */
export const priceOf = ({ plan, seats }: Terms, { fixed, of }: Plans): number | null =>
  fixed === null ? monthlyCents(of[plan], seats) : null

/** Why an organisation may not change to these terms by itself; null: it may. */
export function whyNotChange(
  wish: { plan: PlanKey; seats: number },
  { plans, taken }: { plans: Plans; taken: TakenSeats },
): Refusal | null {
  if (plans.fixed !== null) return refusal('billing.plan-fixed')
  const { pricePerSeatCents, seats } = plans.of[wish.plan]
  if (pricePerSeatCents === null || seats.most === null) return refusal('billing.by-request', { field: 'plan' })
  if (wish.seats < seats.least || wish.seats > seats.most)
    return refusal('billing.seats-not-offered', {
      field: 'seats',
      details: { least: seats.least, most: seats.most },
    })
  return whyTooFew(wish, taken)
}

/** Whoever holds a seat keeps it: there must be as many as are taken. Null: there are. */
export function whyTooFew({ seats }: Pick<Terms, 'seats'>, taken: TakenSeats): Refusal | null {
  const count = countOf(taken)
  if (seats === null || seats >= count) return null
  return refusal('billing.too-few-seats', { field: 'seats', details: { seats, taken: count, remove: count - seats } })
}
