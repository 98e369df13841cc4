import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import { Refused } from '#client/refused.ts'
import type { OrganisationId, SubAccountId } from '#contract/ids.ts'
import { openInviting, tokenIn } from '#server/testing/inviting.ts'
import { type CastAgent, refusalOf } from '#server/testing/person.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { plansFrom, shippedPlans } from './plans.ts'
import { setSubscription } from './set-subscription.ts'

const house = await openInviting()
after(() => house.close())
const { clock, comptoir, newEmail, resend, revoke, accept } = house
const dayMs = 24 * 60 * 60 * 1000

/** A new organisation for each test, with five who may invite: each of them may knock only so often. */
let organisationId: OrganisationId
let subAccountId: SubAccountId
let leaders: CastAgent[]
let ada: CastAgent
beforeEach(async () => {
  const organisation = await comptoir.makeOrganisation('Maison Serrée')
  organisationId = organisation.id
  subAccountId = (await organisation.makeSubAccount('Lyon')).id
  leaders = await Promise.all(
    ['Ada', 'Alma', 'Alix', 'Anouk', 'Abel'].map((name) => organisation.hire(name, { role: 'administrator' })),
  )
  const [first] = leaders
  assert.ok(first)
  ada = first
})

const allow = (seats: number | null) =>
  setSubscription(
    organisationId,
    { plan: 'ultimate', seats },
    { ...comptoir.platform, plans: plansFrom(shippedPlans, null) },
  )

const invite = async (by: CastAgent, emails: string[]) => house.ask(by, { emails, subAccountId }, organisationId)

const taken = async () => {
  const { seats, taken } = await ada.call('GET /organisations/:organisationId/subscription', {
    params: { organisationId },
  })
  return { seats, ...taken }
}

const idOf = async (email: string) =>
  (await ada.call('GET /organisations/:organisationId/invitations', { params: { organisationId } })).invitations.find(
    (one) => one.email === email,
  )?.id ?? ''

const countBy = (words: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]))

test('[S13] [N11] inviting past the limit: each address has its own result, those named first get the seats', async () => {
  await allow(7)
  const emails = [newEmail(), 'nonsense', newEmail(), newEmail()]
  const results = await invite(ada, emails)
  assert.deepEqual(
    results.map(({ result, link }) => [result, link !== null]),
    [
      ['invited', true],
      ['invalid', false],
      ['invited', true],
      ['no-seat-left', false],
    ],
  )
  assert.deepEqual(await taken(), { seats: 7, agents: 5, invitations: 2 })
})

test('[S13] fifty invitations at once for the last seat: exactly one succeeds', async () => {
  await allow(6)
  const wishes = Array.from({ length: 50 }, (_, index) => ({ by: leaders[index % 5] ?? ada, email: newEmail() }))
  const results = await Promise.all(wishes.map(({ by, email }) => invite(by, [email])))
  assert.deepEqual(countBy(results.map(([one]) => one?.result ?? 'none')), { invited: 1, 'no-seat-left': 49 })
  assert.deepEqual(await taken(), { seats: 6, agents: 5, invitations: 1 })
})

test('[S13] an invitation holds a seat until it expires or is revoked; resending an expired one takes a seat again', async () => {
  await allow(6)
  const [held] = [newEmail()]
  await invite(ada, [held])
  assert.equal((await invite(ada, [newEmail()]))[0]?.result, 'no-seat-left', 'control: it holds the last one')

  await revoke(await idOf(held), { by: ada, organisationId })
  const [again, other] = [newEmail(), newEmail()]
  assert.equal((await invite(ada, [again]))[0]?.result, 'invited', 'revoked: the seat is free at once')

  clock.advance(7 * dayMs)
  assert.equal((await invite(ada, [newEmail()]))[0]?.result, 'no-seat-left', 'on the seventh day it still holds it')
  clock.advance(1_000)
  assert.deepEqual(await taken(), { seats: 6, agents: 5, invitations: 0 })
  assert.equal((await invite(ada, [other]))[0]?.result, 'invited', 'expired: it holds none')

  const refused = await resend(await idOf(again), { by: ada, organisationId }).catch((error: unknown) => error)
  assert.ok(refused instanceof Refused)
  assert.equal(refused.code, 'billing.no-seat-left')
  assert.deepEqual(refused.details, { seats: 6, taken: 6 })
  assert.match(refused.message, /6 of 6.*Settings → Billing/, 'and it says where to change the plan')
  await revoke(await idOf(other), { by: ada, organisationId })
  await resend(await idOf(again), { by: ada, organisationId })
  assert.deepEqual(await taken(), { seats: 6, agents: 5, invitations: 1 })
  await resend(await idOf(again), { by: ada, organisationId })
  assert.deepEqual(
    await taken(),
    { seats: 6, agents: 5, invitations: 1 },
    'one that still holds its seat needs no other',
  )
})

test('[S13] accepting always fits, however many want the seat: the invitation’s becomes the agent’s', async () => {
  await allow(8)
  const emails = [newEmail(), newEmail(), newEmail()]
  const links = (await invite(ada, emails)).map(({ link }) => tokenIn(link ?? ''))
  const racing = Array.from({ length: 40 }, (_, index) => invite(leaders[index % 5] ?? ada, [newEmail()]))
  const accepted = Promise.all(links.map((token, index) => accept(token, house.stranger(), `Chloé ${index}`)))
  const results = (await Promise.all(racing)).map(([one]) => one?.result ?? 'none')
  assert.deepEqual((await accepted).length, 3)
  assert.deepEqual(countBy(results), { 'no-seat-left': 40 })
  assert.deepEqual(await taken(), { seats: 8, agents: 8, invitations: 0 })
})

test('[S13] invitations, acceptances, resendings, removals and a smaller plan at once: never more taken than there are', async () => {
  await allow(12)
  const joining = (await invite(ada, [newEmail(), newEmail()])).map(({ link }) => tokenIn(link ?? ''))
  const expired = newEmail()
  await invite(ada, [expired])
  const [expiredId, version] = [await idOf(expired), await versionNow()]
  await comptoir.platform.database.transaction(organisationId, ({ db }) =>
    db
      .updateTable('invitations')
      .set({ expires_at: new Date(clock.now().getTime() - 1) })
      .where('organisation_id', '=', organisationId)
      .where('email', '=', expired)
      .execute(),
  )
  const leaving = leaders[4]
  assert.ok(leaving)
  const acts = [
    ...Array.from({ length: 30 }, (_, index) => invite(leaders[index % 4] ?? ada, [newEmail()])),
    ...joining.map((token, index) => accept(token, house.stranger(), `Nour ${index}`)),
    resend(expiredId, { by: ada, organisationId }),
    ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
      params: { organisationId, agentId: leaving.agentId },
    }),
    ada.call('PUT /organisations/:organisationId/subscription', {
      params: { organisationId },
      body: { plan: 'pro', seats: 10, version },
    }),
  ]
  const outcomes = await Promise.allSettled(acts)
  const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  for (const code of codes) assert.ok(['billing.no-seat-left', 'billing.too-few-seats'].includes(code), String(code))
  const { seats, agents, invitations } = await taken()
  assert.ok(seats !== null && agents + invitations <= seats, `${agents} + ${invitations} of ${seats}`)
  const more = (await invite(ada, Array.from({ length: 20 }, newEmail))).filter(({ result }) => result === 'invited')
  assert.equal(agents + invitations + more.length, seats, 'control: what is left can be taken, and no more')
})

test('[S13] [A4] adding, bringing back, taking in an account and inviting at once for the last seat: one of them gets it', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const accounts = await Promise.all(
    Array.from({ length: 10 }, (_, index) => elsewhere.hire(`Oscar ${index} Outside`, { role: 'administrator' })),
  )
  const leaving = leaders[4]
  assert.ok(leaving)
  const ofLeaving = { organisationId, agentId: leaving.agentId }
  await ada.call('DELETE /organisations/:organisationId/agents/:agentId', { params: ofLeaving, body: {} })
  await allow(5)
  const by = (index: number) => leaders[index % 4] ?? ada
  const restore = (index: number) =>
    by(index)
      .call('POST /organisations/:organisationId/agents/:agentId/restoration', { params: ofLeaving })
      .then(() => 'restored')
  const add = (index: number) =>
    by(index)
      .call('POST /organisations/:organisationId/agents', {
        params: { organisationId },
        body: {
          firstName: 'Nour',
          lastName: 'Neuve',
          email: newEmail(),
          password: 'onze parapluies verts dans le couloir',
          role: 'agent',
          subAccountId,
          languages: ['fr'],
          active: true,
          locale: 'fr',
        },
      })
      .then(() => 'added')
  const wish = async (index: number, email: string) => (await invite(by(index), [email]))[0]?.result ?? 'none'
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 4 }, (_, index) => restore(index)),
    ...Array.from({ length: 6 }, (_, index) => add(index)),
    ...accounts.map(({ email }, index) => wish(index, email)),
    ...Array.from({ length: 10 }, (_, index) => wish(index, newEmail())),
  ])
  const words = outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.code))
  const taking = words.filter((word) => ['restored', 'added', 'invited'].includes(word))
  assert.equal(taking.length, 1, words.join(', '))
  const others = new Set(words.filter((word) => !taking.includes(word)))
  // Whoever was brought back first is a member for those who wished it too.
  others.delete('agents.already-member')
  others.delete('request.not-found')
  assert.deepEqual([...others].sort(), ['billing.no-seat-left', 'no-seat-left'])
  const now = await taken()
  assert.equal(now.agents + now.invitations, 5)
})

test('[S13] unlimited is unlimited', async () => {
  await allow(null)
  const results = await invite(ada, Array.from({ length: 50 }, newEmail))
  assert.deepEqual(countBy(results.map(({ result }) => result)), { invited: 50 })
})

test('[S14] who holds the seats is shown to those who may see them; the others are only counted', async () => {
  const [open, expired] = [newEmail(), newEmail()]
  await invite(ada, [expired])
  clock.advance(7 * dayMs + 1_000)
  await invite(ada, [open])
  const { holders, unseen } = await ada.call('GET /organisations/:organisationId/seats', { params: { organisationId } })
  assert.deepEqual(
    holders.map((one) => (one.kind === 'agent' ? one.name : one.email)),
    ['Abel', 'Ada', 'Alix', 'Alma', 'Anouk', open],
  )
  assert.equal(unseen, 0)
})

test('[S13] an expired link takes no seat by being followed late', async () => {
  await allow(6)
  const [one] = await invite(ada, [newEmail()])
  clock.advance(7 * dayMs + 1_000)
  assert.equal((await invite(ada, [newEmail()]))[0]?.result, 'invited', 'control: the seat was given to somebody else')
  assert.equal(await refusalOf(accept(tokenIn(one?.link ?? ''))), 'invitations.expired')
  assert.deepEqual(await taken(), { seats: 6, agents: 5, invitations: 1 })
})

test('[S13] an acceptance that had to wait is judged when its turn comes: a seat given back by then is not taken', async () => {
  await allow(6)
  const [one] = await invite(ada, [newEmail()])
  const turn = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holding = comptoir.platform.database.transaction(organisationId, async (tx) => {
    await lockOrganisation(tx)
    held.resolve()
    await turn.promise
  })
  await held.promise
  const accepting = refusalOf(accept(tokenIn(one?.link ?? '')))
  await somebodyWaits()
  clock.advance(7 * dayMs + 1_000)
  turn.resolve()
  await holding
  assert.equal(await accepting, 'invitations.expired')
  assert.deepEqual(await taken(), { seats: 6, agents: 5, invitations: 0 })
})

/** Resolves once a transaction waits for a lock that another holds. */
async function somebodyWaits(): Promise<void> {
  const client = new pg.Client({ connectionString: comptoir.connectionString })
  await client.connect()
  const waiting = () =>
    client.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
  while ((await waiting()).rowCount === 0);
  await client.end()
}

const versionNow = async () =>
  (await ada.call('GET /organisations/:organisationId/subscription', { params: { organisationId } })).version
