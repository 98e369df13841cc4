import type { Plan, Subscription } from '#contract/billing.ts'
import { monthlyCents, nearestSeats, type PlanKey } from '#contract/plans.ts'

/** What somebody is about to change to. */
export interface ChosenTerms {
  plan: Plan
  seats: number
  monthlyCents: number
}

export const takenIn = ({ taken }: Pick<Subscription, 'taken'>): number => taken.agents + taken.invitations

/** Plans that are taken by oneself; the others are asked for. */
export const isOnOffer = ({ pricePerSeatCents }: Plan): boolean => pricePerSeatCents !== null

/** Where the number of seats begins when a plan is chosen: those there are, or those that are needed. */
export const seatsFor = ({ seats: range }: Plan, now: Subscription): number =>
  nearestSeats(range, now.seats ?? Math.max(1, takenIn(now)))

/** Null: no plan is chosen that can be. */
export function chosenTerms(
  { key, seats }: { key: PlanKey | null; seats: number | null },
  now: Subscription,
): ChosenTerms | null {
  const plan = now.plans.find((one) => one.key === key)
  if (!plan || seats === null) return null
  const price = monthlyCents(plan, seats)
  return price === null ? null : { plan, seats, monthlyCents: price }
}

export const isPresent = ({ plan, seats }: ChosenTerms, now: Subscription): boolean =>
  plan.key === now.plan && seats === now.seats

/** How many people or invitations must go before; the server has the last word. */
export const tooManyFor = ({ seats }: ChosenTerms, now: Subscription): number => Math.max(0, takenIn(now) - seats)
