import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanKey } from '#contract/plans.ts'
import { plansFrom, shippedPlans } from './plans.ts'
import { firstTerms, priceOf, seatsLeftOf, termsNow, whyNotChange, whyTooFew } from './subscription.ts'

const plans = plansFrom(shippedPlans, null)
const held = (agents: number, invitations = 0) => ({ agents, invitations })
const why = (plan: PlanKey, seats: number, taken = held(1)) => {
  const no = whyNotChange({ plan, seats }, { plans, taken })
  return no && [no.code, no.field, no.details]
}

test('[S13] the plans are Free with 1 seat, Standard with 3, Pro with up to 10 by choice, Ultimate without end on request', () => {
  assert.deepEqual(
    Object.values(plans.of).map(({ name, seats }) => [name, seats.least, seats.most]),
    [
      ['Free', 1, 1],
      ['Standard', 3, 3],
      ['Pro', 1, 10],
      ['Ultimate', 1, null],
    ],
  )
  assert.deepEqual(why('ultimate', 20), ['billing.by-request', 'plan', undefined])
})

test('[S13] a plan has the seats it has: no more and no fewer', () => {
  for (const [plan, seats] of [
    ['free', 1],
    ['standard', 3],
    ['pro', 1],
    ['pro', 10],
  ] as const)
    assert.equal(why(plan, seats), null, `${plan} with ${seats}`)
  const notOffered = (least: number, most: number) => ['billing.seats-not-offered', 'seats', { least, most }]
  assert.deepEqual(why('free', 2), notOffered(1, 1))
  assert.deepEqual(why('standard', 2), notOffered(3, 3))
  assert.deepEqual(why('standard', 4), notOffered(3, 3))
  assert.deepEqual(why('pro', 11), notOffered(1, 10))
})

test('[S13] going down is refused while too many hold a seat, and says how many must go', () => {
  assert.deepEqual(why('standard', 3, held(4, 1)), [
    'billing.too-few-seats',
    'seats',
    { seats: 3, taken: 5, remove: 2 },
  ])
  assert.equal(why('standard', 3, held(2, 1)), null, 'control: exactly enough is enough')
  assert.equal(whyTooFew({ seats: null }, held(500)), null, 'unlimited is enough for anybody')
})

test('[S13] the price grows with the seats', () => {
  assert.equal(priceOf({ plan: 'free', seats: 1 }, plans), 0)
  assert.equal(priceOf({ plan: 'standard', seats: 3 }, plans), 3 * 900)
  assert.deepEqual(
    [1, 4, 10].map((seats) => priceOf({ plan: 'pro', seats }, plans)),
    [1500, 6000, 15_000],
  )
  assert.equal(priceOf({ plan: 'ultimate', seats: 40 }, plans), null, 'by agreement')
})

test('seats left are counted from what holds one, and are never fewer than none', () => {
  assert.equal(seatsLeftOf({ plan: 'standard', seats: 3 }, held(1, 1)), 1)
  assert.equal(seatsLeftOf({ plan: 'standard', seats: 3 }, held(3, 2)), 0)
  assert.equal(seatsLeftOf({ plan: 'ultimate', seats: null }, held(500)), Number.POSITIVE_INFINITY)
})

test('who never chose begins with as few seats as their plan has', () => {
  assert.deepEqual(firstTerms('free', plans), { plan: 'free', seats: 1 })
  assert.deepEqual(firstTerms('pro', plans), { plan: 'pro', seats: 1 })
  assert.deepEqual(firstTerms('ultimate', plans), { plan: 'ultimate', seats: null })
})

test('where the operator fixed a plan, all have it with all its seats, no price, and nothing to change', () => {
  const fixed = plansFrom(shippedPlans, 'pro')
  assert.deepEqual(termsNow({ plan: 'free', seats: 1 }, fixed), { plan: 'pro', seats: 10 })
  assert.equal(priceOf({ plan: 'pro', seats: 4 }, fixed), null)
  assert.equal(whyNotChange({ plan: 'pro', seats: 4 }, { plans: fixed, taken: held(1) })?.code, 'billing.plan-fixed')
})
