import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Plan, Subscription } from '#contract/billing.ts'
import type { PlanKey } from '#contract/plans.ts'
import { chosenTerms, isOnOffer, isPresent, seatsFor, tooManyFor } from './chosen-terms.ts'

const plan = (key: PlanKey, least: number, most: number | null, pricePerSeatCents: number | null): Plan => ({
  key,
  name: key,
  seats: { least, most },
  pricePerSeatCents,
  features: [],
})
const plans = [
  plan('free', 1, 1, 0),
  plan('standard', 3, 3, 900),
  plan('pro', 1, 10, 1500),
  plan('ultimate', 1, null, null),
]
const on = (key: PlanKey, seats: number | null, agents: number): Subscription => ({
  plan: key,
  planName: key,
  seats,
  monthlyCents: null,
  currency: 'EUR',
  taken: { agents, invitations: 1 },
  way: 'chosen',
  payment: 'settled-outside',
  plans,
  version: 1,
})
const planOf = (key: PlanKey) => plans.find((one) => one.key === key) ?? plan('free', 1, 1, 0)

test('[S14] the price of what is chosen is there before anything is confirmed', () => {
  assert.equal(chosenTerms({ key: 'pro', seats: 4 }, on('standard', 3, 1))?.monthlyCents, 6000)
  assert.equal(chosenTerms({ key: 'free', seats: 1 }, on('standard', 3, 1))?.monthlyCents, 0)
})

test('[S15] what is by request is not chosen', () => {
  assert.equal(isOnOffer(planOf('ultimate')), false)
  assert.equal(chosenTerms({ key: 'ultimate', seats: 40 }, on('pro', 4, 1)), null)
  assert.equal(chosenTerms({ key: 'pro', seats: null }, on('pro', 4, 1)), null, 'nor an empty number')
})

test('[S13] choosing a plan begins with the seats one has, as far as it has them', () => {
  assert.equal(seatsFor(planOf('pro'), on('standard', 3, 1)), 3)
  assert.equal(seatsFor(planOf('free'), on('pro', 7, 1)), 1)
  assert.equal(seatsFor(planOf('pro'), on('ultimate', null, 5)), 6, 'from unlimited: those that are taken')
  assert.equal(seatsFor(planOf('pro'), on('ultimate', null, 40)), 10)
})

test('[S13] too few seats are seen before they are asked for', () => {
  const chosen = chosenTerms({ key: 'standard', seats: 3 }, on('pro', 7, 4))
  assert.ok(chosen)
  assert.equal(tooManyFor(chosen, on('pro', 7, 4)), 2)
  assert.equal(tooManyFor(chosen, on('pro', 7, 2)), 0)
  assert.equal(isPresent(chosen, on('standard', 3, 2)), true)
  assert.equal(isPresent(chosen, on('pro', 3, 2)), false)
})
