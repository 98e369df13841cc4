import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { limits } from '#contract/limits.ts'
import { type PlanKey, planFeatures } from '#contract/plans.ts'
import { StartRefusal } from '#server/platform/config/start-refusal.ts'
import { type Plans, type PlansTable, plansFrom, shippedPlans } from './plans.ts'

const seatCount = z.int().min(1).max(limits.seatsPerOrganisation)

const PlanRow = z
  .strictObject({
    name: z.string().trim().min(1).max(limits.nameLength),
    seats: z.union(
      [
        seatCount,
        z
          .strictObject({ from: seatCount, to: seatCount })
          .refine(({ from, to }) => from <= to, '"from" is more than "to"'),
        z.literal('unlimited'),
      ],
      'one number, {"from": …, "to": …} or "unlimited"',
    ),
    pricePerSeatCents: z.union(
      [z.int().min(0).max(10_000_000), z.literal('by-request')],
      'a whole number of cents from 0 on, or "by-request"',
    ),
    features: z.array(z.enum(planFeatures)),
  })
  .refine(({ seats, pricePerSeatCents }) => seats !== 'unlimited' || pricePerSeatCents === 'by-request', {
    path: ['pricePerSeatCents'],
    message: 'seats without end have no price each: "by-request"',
  })

const Table = z.strictObject({
  currency: z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code), 'a code such as "EUR"'),
  plans: z.strictObject({
    free: PlanRow.refine(({ pricePerSeatCents }) => pricePerSeatCents !== 'by-request', {
      path: ['pricePerSeatCents'],
      message: 'new organisations begin here, so it cannot be by request',
    }),
    standard: PlanRow,
    pro: PlanRow,
    ultimate: PlanRow,
  }),
}) satisfies z.ZodType<PlansTable>

/**
 * The plans on offer: those of the file that PLANS_FILE names, or else our own. Read once, at the start.
 *
 * @throws StartRefusal plans.unreadable | plans.invalid, naming every fault at once
 */
export function readPlans({ plansFile, plan }: { plansFile: string | null; plan: PlanKey | null }): Plans {
  return plansFrom(plansFile === null ? shippedPlans : parse(plansFile), plan)
}

function parse(path: string): PlansTable {
  const read = Table.safeParse(jsonIn(path))
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path: place, message }) => `  ${place.join('.') || 'the whole'}: ${message}`)
  throw new StartRefusal('plans.invalid', {
    message: `PLANS_FILE ${path} does not describe plans:\n${faults.join('\n')}`,
    remedy: 'Correct the file and start again; docs/billing.md shows one.',
  })
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    throw new StartRefusal('plans.unreadable', {
      message: `PLANS_FILE ${path} ${why}: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: 'Give the path of a JSON file that the user who starts Comptoir may read; docs/billing.md shows one.',
      cause,
    })
  }
}
