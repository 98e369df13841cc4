// Free of the validator: the console works out the price of a wish with the server's own rule.

/** What an organisation can be on, from the smallest to the largest. */
export const planKeys = ['free', 'standard', 'pro', 'ultimate'] as const
export type PlanKey = (typeof planKeys)[number]

/** What a plan includes besides its seats. */
export const planFeatures = [
  'documentation',
  'human-support', // questions are answered by a person
  'own-limits', // agreed with whoever runs the server
] as const
export type PlanFeature = (typeof planFeatures)[number]

/** How many seats a plan has: one number where both are the same, no end where `most` is null. */
export interface SeatRange {
  least: number
  most: number | null
}

/** What a number of seats costs each month, in cents: the currency's smallest unit. Null: by agreement. */
export const monthlyCents = (plan: { pricePerSeatCents: number | null }, seats: number | null): number | null =>
  plan.pricePerSeatCents === null || seats === null ? null : plan.pricePerSeatCents * seats

/** The number of seats nearest to a wish that a plan has. */
export const nearestSeats = ({ least, most }: SeatRange, wished: number): number =>
  Math.max(least, most === null ? wished : Math.min(wished, most))
