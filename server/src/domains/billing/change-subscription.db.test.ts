import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { Refused } from '#client/refused.ts'
import type { BodyOf } from '#contract/routes.ts'
import { openComptoir, type TestOrganisation } from '#server/testing/comptoir.ts'
import { type CastAgent, refusalOf } from '#server/testing/person.ts'
import { plansFrom, shippedPlans } from './plans.ts'
import { setSubscription } from './set-subscription.ts'

const comptoir = await openComptoir()
const plans = plansFrom(shippedPlans, null)
after(() => comptoir.stop())

let lumiere: TestOrganisation
let ada: CastAgent
let params: { organisationId: string }
beforeEach(async () => {
  lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  ada = await lumiere.hire('Ada', { role: 'administrator' })
  params = { organisationId: lumiere.id }
})

const read = (by: CastAgent = ada) => by.call('GET /organisations/:organisationId/subscription', { params })
const history = async () =>
  (await ada.call('GET /organisations/:organisationId/subscription/changes', { params })).changes
const put = (body: BodyOf<'PUT /organisations/:organisationId/subscription'>, by: CastAgent = ada) =>
  by.call('PUT /organisations/:organisationId/subscription', { params, body })

test('[S14] the subscription shows the plan, seats taken and bought, and every plan with its price', async () => {
  await put({ plan: 'pro', seats: 4, version: 1 })
  const { plans: offered, ...rest } = await read()
  assert.deepEqual(rest, {
    plan: 'pro',
    planName: 'Pro',
    seats: 4,
    monthlyCents: 6000,
    currency: 'EUR',
    taken: { agents: 1, invitations: 0 },
    way: 'chosen',
    payment: 'settled-outside',
    version: 2,
  })
  assert.deepEqual(
    offered.map(({ key, seats, pricePerSeatCents }) => [key, seats.least, seats.most, pricePerSeatCents]),
    [
      ['free', 1, 1, 0],
      ['standard', 3, 3, 900],
      ['pro', 1, 10, 1500],
      ['ultimate', 1, null, null],
    ],
  )
})

test('[S14] an organisation changes plan and seats, and the history says who, when, from what, to what, at what price', async () => {
  await put({ plan: 'pro', seats: 4, version: 1 })
  await put({ plan: 'pro', seats: 4, version: 2 })
  await put({ plan: 'standard', seats: 3, version: 2 })
  const changes = await history()
  assert.deepEqual(
    changes.map(({ by, from, to, monthlyCents }) => [by?.name ?? null, from, to, monthlyCents]),
    [
      ['Ada', { plan: 'pro', planName: 'Pro', seats: 4 }, { plan: 'standard', planName: 'Standard', seats: 3 }, 2700],
      [
        'Ada',
        { plan: 'ultimate', planName: 'Ultimate', seats: null },
        { plan: 'pro', planName: 'Pro', seats: 4 },
        6000,
      ],
      [null, null, { plan: 'ultimate', planName: 'Ultimate', seats: null }, null],
    ],
    'wishing for what one has is no change',
  )
})

test('[S14] full access only: whoever may not change billing reads and changes nothing of it', async () => {
  const lyon = await lumiere.makeSubAccount('Lyon')
  const others = [
    await lumiere.hire('Milo', { role: 'moderator' }),
    await lumiere.hire('Marc', { role: 'manager', subAccountId: lyon.id }),
    await lumiere.hire('Ben', { role: 'agent', subAccountId: lyon.id }),
  ]
  for (const person of others) {
    assert.equal(await refusalOf(read(person)), 'access.refused')
    assert.equal(await refusalOf(put({ plan: 'pro', seats: 10, version: 1 }, person)), 'access.refused')
    const { may } = await person.call('GET /organisations/:organisationId/me', { params })
    assert.equal(may.changeBilling, false)
  }
  assert.equal((await read()).plan, 'ultimate', 'nothing changed')
  assert.equal((await ada.call('GET /organisations/:organisationId/me', { params })).may.changeBilling, true, 'control')
})

test('[S8] an inactive administrator, who talks to nobody, still runs billing', async () => {
  const alma = await lumiere.hire('Alma', { role: 'administrator', active: false })
  assert.equal((await put({ plan: 'pro', seats: 5, version: 1 }, alma)).plan, 'pro')
})

test('[S13] going down to too few seats is refused and says how many must go; once they went it is granted', async () => {
  const lyon = await lumiere.makeSubAccount('Lyon')
  const ben = await lumiere.hire('Ben', { role: 'agent', subAccountId: lyon.id })
  await lumiere.hire('Chloé Blanc', { role: 'agent', subAccountId: lyon.id })
  await lumiere.hire('Lou', { role: 'agent', subAccountId: lyon.id })
  const wish = { plan: 'standard', seats: 3, version: 1 } as const

  const refused = await put(wish).catch((error: unknown) => error)
  assert.ok(refused instanceof Refused)
  assert.equal(refused.code, 'billing.too-few-seats')
  assert.deepEqual(refused.details, { seats: 3, taken: 4, remove: 1 })
  assert.match(refused.message, /Remove one person or invitation first/)
  assert.equal((await read()).plan, 'ultimate', 'nothing changed')

  await ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
    params: { ...params, agentId: ben.agentId },
  })
  assert.equal((await put(wish)).plan, 'standard')
})

test('[S13] [S15] Ultimate is not taken but asked for; seats a plan has not cannot be bought', async () => {
  await put({ plan: 'pro', seats: 2, version: 1 })
  assert.equal(await refusalOf(put({ plan: 'ultimate', seats: 20, version: 2 })), 'billing.by-request')
  assert.equal(await refusalOf(put({ plan: 'pro', seats: 11, version: 2 })), 'billing.seats-not-offered')
  assert.equal(await refusalOf(put({ plan: 'free', seats: 2, version: 2 })), 'billing.seats-not-offered')
  assert.equal((await read()).version, 2)
})

test('[S14] of two who change at once the second is told, and overwrites nothing unseen', async () => {
  const alma = await lumiere.hire('Alma', { role: 'administrator' })
  const outcomes = await Promise.allSettled([
    put({ plan: 'pro', seats: 4, version: 1 }),
    put({ plan: 'pro', seats: 8, version: 1 }, alma),
  ])
  const [told] = outcomes.filter((one) => one.status === 'rejected')
  assert.equal(told?.reason.code, 'billing.changed-meanwhile')
  const [granted] = outcomes.filter((one) => one.status === 'fulfilled')
  assert.equal((await read()).seats, granted?.value.seats)
  assert.equal((await history()).length, 2)
})

test('[S13] the operator puts an organisation on what was agreed with it, limits of its own included, and it is told', async () => {
  await lumiere.hire('Alma', { role: 'administrator' })
  const needs = { ...comptoir.platform, plans }
  await put({ plan: 'pro', seats: 4, version: 1 })
  await setSubscription(lumiere.id, { plan: 'ultimate', seats: 25 }, needs)
  const now = await read()
  assert.deepEqual([now.plan, now.seats, now.monthlyCents], ['ultimate', 25, null])
  assert.deepEqual((await history())[0]?.by, null)
  await assert.rejects(setSubscription(lumiere.id, { plan: 'ultimate', seats: 1 }, needs), {
    code: 'billing.too-few-seats',
  })
})

test('[S13] where the operator fixed a plan, every organisation is on it, no price is shown, and nothing is changed', async () => {
  const own = await openComptoir({ plans: plansFrom(shippedPlans, 'standard') })
  try {
    const free = await own.makeOrganisation('Chez Zoé')
    const zoe = await free.hire('Zoé Neuve', { role: 'administrator' })
    const at = { params: { organisationId: free.id } }
    const seen = await zoe.call('GET /organisations/:organisationId/subscription', at)
    const { plan, seats, monthlyCents, way, plans: offered, version } = seen
    assert.deepEqual([plan, seats, monthlyCents, way, offered], ['standard', 3, null, 'fixed', []])
    const { changes } = await zoe.call('GET /organisations/:organisationId/subscription/changes', at)
    assert.deepEqual(
      changes.map(({ monthlyCents }) => monthlyCents),
      [null],
    )
    const body = { plan: 'pro', seats: 4, version } as const
    assert.equal(
      await refusalOf(zoe.call('PUT /organisations/:organisationId/subscription', { ...at, body })),
      'billing.plan-fixed',
    )
  } finally {
    await own.stop()
  }
})

test('[S13] the organisation of the set-up belongs to whoever runs the server: it begins on Ultimate', async () => {
  const own = await openComptoir()
  try {
    const zoe = own.stranger()
    const { memberships } = await zoe.call('POST /set-up', {
      body: {
        organisationName: 'Maison Neuve',
        subAccountName: 'Paris',
        channelName: 'Site',
        site: '',
        administrator: {
          firstName: 'Zoé',
          lastName: 'Neuve',
          email: 'zoe@neuve.example',
          password: 'onze parapluies verts dans le couloir',
        },
        locale: 'fr',
      },
    })
    const organisationId = memberships[0]?.organisationId ?? ''
    const { plan, seats } = await zoe.call('GET /organisations/:organisationId/subscription', {
      params: { organisationId },
    })
    assert.deepEqual([plan, seats], ['ultimate', null])
  } finally {
    await own.stop()
  }
})
