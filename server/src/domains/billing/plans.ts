import type { Plan } from '#contract/billing.ts'
import { type PlanFeature, type PlanKey, planKeys } from '#contract/plans.ts'

/** The table of plans as people write it: here, or in the file that PLANS_FILE names. */
export interface PlansTable {
  /** ISO 4217. */
  currency: string
  plans: Record<PlanKey, PlanRow>
}

interface PlanRow {
  /** What it is called on the screens. */
  name: string
  /** One number, or a choice when subscribing, or without end. */
  seats: number | { from: number; to: number } | 'unlimited'
  /** Of one seat for one month, in cents: the currency's smallest unit. By request: the sales department is asked. */
  pricePerSeatCents: number | 'by-request'
  features: PlanFeature[]
}

/** What is on offer unless the operator says otherwise. */
export const shippedPlans: PlansTable = {
  currency: 'EUR',
  plans: {
    free: { name: 'Free', seats: 1, pricePerSeatCents: 0, features: ['documentation'] },
    standard: { name: 'Standard', seats: 3, pricePerSeatCents: 900, features: ['documentation', 'human-support'] },
    pro: {
      name: 'Pro',
      seats: { from: 1, to: 10 },
      pricePerSeatCents: 1500,
      features: ['documentation', 'human-support'],
    },
    ultimate: {
      name: 'Ultimate',
      seats: 'unlimited',
      pricePerSeatCents: 'by-request',
      features: ['documentation', 'human-support', 'own-limits'],
    },
  },
}

/** Plans as the rules read them. */
export interface Plans {
  currency: string
  /** The one that every organisation of this server is on, whatever it chose; null: each chooses. */
  fixed: PlanKey | null
  of: Record<PlanKey, Plan>
}

export function plansFrom({ currency, plans }: PlansTable, fixed: PlanKey | null): Plans {
  const read = (key: PlanKey): Plan => ({
    key,
    name: plans[key].name,
    seats: rangeOf(plans[key].seats),
    pricePerSeatCents: plans[key].pricePerSeatCents === 'by-request' ? null : plans[key].pricePerSeatCents,
    features: plans[key].features,
  })
  const [free, standard, pro, ultimate] = [read('free'), read('standard'), read('pro'), read('ultimate')]
  return { currency, fixed, of: { free, standard, pro, ultimate } }
}

/** From the smallest to the largest. */
export const inOrder = (plans: Plans): Plan[] => planKeys.map((key) => plans.of[key])

function rangeOf(seats: PlanRow['seats']): Plan['seats'] {
  if (seats === 'unlimited') return { least: 1, most: null }
  return typeof seats === 'number' ? { least: seats, most: seats } : { least: seats.from, most: seats.to }
}
