import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { StartRefusal } from '#server/platform/config/start-refusal.ts'
import { plansFrom, shippedPlans } from './plans.ts'
import { readPlans } from './read-plans.ts'

const folder = mkdtempSync(join(tmpdir(), 'comptoir-plans-'))
after(() => rmSync(folder, { recursive: true }))

const fileWith = (content: string): string => {
  const path = join(folder, 'plans.json')
  writeFileSync(path, content)
  return path
}

const refusalOf = (content: string): StartRefusal => {
  try {
    readPlans({ plansFile: fileWith(content), plan: null })
  } catch (error) {
    if (error instanceof StartRefusal) return error
  }
  throw new assert.AssertionError({ message: 'nothing was refused' })
}

/** The shipped table with something else in it. */
const withPlan = (key: keyof typeof shippedPlans.plans, change: object): string =>
  JSON.stringify({
    ...shippedPlans,
    plans: { ...shippedPlans.plans, [key]: { ...shippedPlans.plans[key], ...change } },
  })

test('without a file the plans are those brought along; as a file the same table gives the same plans', () => {
  assert.deepEqual(readPlans({ plansFile: null, plan: null }), plansFrom(shippedPlans, null))
  const written = readPlans({ plansFile: fileWith(JSON.stringify(shippedPlans)), plan: 'pro' })
  assert.deepEqual(written, plansFrom(shippedPlans, 'pro'))
})

test('the operator calls, counts and prices plans otherwise', () => {
  const solo = { name: 'Boutique', seats: { from: 2, to: 40 }, pricePerSeatCents: 725, features: [] }
  const { of } = readPlans({ plansFile: fileWith(withPlan('pro', solo)), plan: null })
  assert.deepEqual(of.pro, {
    key: 'pro',
    name: 'Boutique',
    seats: { least: 2, most: 40 },
    pricePerSeatCents: 725,
    features: [],
  })
})

test('the file that docs/billing.md shows can be used as it is', () => {
  const docs = join(import.meta.dirname, '../../../../docs/billing.md')
  const shown = /```json\n([\s\S]+?)```/.exec(readFileSync(docs, 'utf8'))?.[1] ?? ''
  assert.deepEqual(readPlans({ plansFile: fileWith(shown), plan: null }), plansFrom(shippedPlans, null))
})

test('every fault of the file is told at once, with its place', () => {
  const { code, message, remedy } = refusalOf(
    JSON.stringify({
      currency: 'euro',
      plans: {
        free: { name: 'Free', seats: 0, pricePerSeatCents: 'by-request', features: ['gold'] },
        standard: { name: '', seats: 3, pricePerSeatCents: 9.5, features: [] },
        pro: { name: 'Pro', seats: { from: 5, to: 2 }, pricePerSeatCents: 1500, features: [], colour: 'red' },
        ultimate: { name: 'Ultimate', seats: 'unlimited', pricePerSeatCents: 100, features: [] },
      },
    }),
  )
  assert.equal(code, 'plans.invalid')
  for (const place of [
    'currency',
    'plans.free.seats',
    'plans.free.features.0',
    'plans.standard.name',
    'plans.standard.pricePerSeatCents',
    'plans.pro.seats',
    'plans.pro: .*colour',
    'plans.ultimate.pricePerSeatCents',
  ])
    assert.match(message, new RegExp(`^ {2}${place}`, 'm'), `${place}\n${message}`)
  assert.match(remedy, /docs\/billing\.md/)
})

test('the plan that new organisations begin on cannot be by request, and none can be missing', () => {
  assert.match(
    refusalOf(withPlan('free', { pricePerSeatCents: 'by-request' })).message,
    /plans\.free\.pricePerSeatCents/,
  )
  const { pro: _, ...others } = shippedPlans.plans
  assert.match(refusalOf(JSON.stringify({ ...shippedPlans, plans: others })).message, /plans\.pro/)
})

test('what is no JSON, and a file that is not there, are refused as such', () => {
  const { code, message } = refusalOf('{ "currency": ')
  assert.equal(code, 'plans.unreadable')
  assert.match(message, /is not JSON/)
  assert.throws(() => readPlans({ plansFile: join(folder, 'nowhere.json'), plan: null }), /cannot be read/)
})
