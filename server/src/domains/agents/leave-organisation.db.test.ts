import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { PhotoId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import { eraseForsakenAccounts } from '#server/domains/accounts/index.ts'
import { insertPhoto, setPhotoOf } from '#server/domains/agents/photos/store.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { untilQuiet } from '#server/testing/quiet.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage, join, signUp } from '#server/testing/staff.ts'
import { grant, type Knocker, make, verdictOf } from '#server/testing/wish.ts'

let clock: FakeClock
let cast: Cast
let scene: Scene
let owner: pg.Client
before(async () => {
  clock = fakeClock()
  cast = await openCast({ clock })
  scene = createScene(cast)
  owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await cast.comptoir.stop()
})

const hire = (name = 'Léa Lang') =>
  engage(cast.comptoir, cast.verdier.id, name, { role: 'agent', subAccountId: cast.lyon.id })
const leave = (by: Knocker, organisationId = cast.verdier.id) =>
  make(cast.origin, { route: 'DELETE /organisations/:organisationId/me', by, params: { organisationId } })
const leaving = (by: Engaged) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/me/leaving',
    by,
    params: { organisationId: by.organisationId },
  })
const session = async (by: Knocker) => verdictOf(await make(cast.origin, { route: 'GET /session', by }))
const accountOf = async (userId: string) =>
  (await owner.query('select email from users where id = $1', [userId])).rows[0]?.email as string | undefined
const keptOf = async (agentId: string) =>
  (await owner.query('select user_id, name, email, description from agents where id = $1', [agentId])).rows[0]

/** As if they had uploaded one: what its pixels are does not matter here. */
const givePhoto = ({ organisationId, agentId }: Engaged) =>
  cast.comptoir.platform.database.transaction(organisationId, async (tx) => {
    const id = uuid7() as PhotoId // made here, as the photos' room does
    await insertPhoto(tx, { id, bytes: Buffer.from('a photo') }, clock.now())
    await setPhotoOf(tx, agentId, id)
  })

test('[A4] [A6] leaving one of two organisations ends what is open there, and nothing else', async () => {
  const person = await signUp(cast.comptoir, 'Léa Lang')
  const here = await join(cast.comptoir, cast.verdier.id, person, { role: 'agent', subAccountId: cast.lyon.id })
  await join(cast.comptoir, cast.elsewhere.id, person, { role: 'agent', subAccountId: cast.nice.id })
  const { conversationId } = await scene.talk(cast.lyon, here, 'open')
  const meaning = await leaving(here)
  assert.deepEqual(
    meaning.holdings.map(({ kind, count }) => [kind, count]),
    [['conversations', 1]],
  )
  assert.equal(meaning.account, 'stays')
  assert.equal(meaning.locked, null)

  assert.equal(verdictOf(await leave(here)), '200')
  const { memberships } = await grant(cast.origin, { route: 'GET /session', by: here })
  assert.deepEqual(
    memberships.map(({ organisationId }) => organisationId),
    [cast.elsewhere.id],
  )
  const me = { route: 'GET /organisations/:organisationId/me', params: { organisationId: cast.verdier.id } } as const
  assert.equal(verdictOf(await make(cast.origin, { ...me, by: here })), '404 request.not-found')
  const { conversation } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, conversationId },
  })
  assert.equal(conversation.state, 'pending')
  await untilQuiet(cast.comptoir)
  assert.equal(await accountOf(person.userId), person.email, 'the account stays')
})

test('[A6] leaving the last organisation takes the account with it at once; what they wrote stays under their name', async () => {
  const lea = await hire()
  const { conversationId } = await scene.talk(cast.lyon, lea, 'closed')
  await givePhoto(lea)
  assert.equal((await leaving(lea)).account, 'goes')
  assert.equal(verdictOf(await leave(lea)), '200')
  assert.equal(await session(lea), '401 accounts.sign-in-required')
  await untilQuiet(cast.comptoir)
  assert.equal(await accountOf(lea.userId), undefined)
  const kept = await keptOf(lea.agentId)
  assert.deepEqual(kept, { user_id: null, name: 'Léa Lang', email: '', description: '' })
  assert.equal((await owner.query('select from photos')).rowCount, 0, 'nor is their face kept')
  for (const table of [
    'sessions',
    'password_resets',
    'account_letters',
    'email_changes',
    'email_objections',
    'api_keys',
  ])
    assert.equal((await owner.query(`select from ${table} where user_id = $1`, [lea.userId])).rowCount, 0, table)
  const { conversation } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, conversationId },
  })
  assert.equal(conversation.assigneeName, 'Léa Lang')
  const { entries } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/journal',
    by: cast.ada,
    params: { organisationId: cast.verdier.id },
    query: {},
  })
  const acts = entries.filter(({ target }) => target?.id === lea.agentId).map(({ act }) => act)
  assert.deepEqual(acts.toSorted(), ['accounts.erased', 'agents.left'])
})

test('[A10] the last administrator cannot leave, also when two try at once', async () => {
  assert.equal((await leaving(cast.oscar)).locked, 'last-administrator')
  assert.equal(verdictOf(await leave(cast.oscar, cast.elsewhere.id)), '409 agents.last-administrator')
  const second = await engage(cast.comptoir, cast.elsewhere.id, 'Ona Outside', { role: 'administrator' })
  const both = await Promise.all([cast.oscar, second].map((by) => leave(by, cast.elsewhere.id)))
  assert.deepEqual(both.map(verdictOf).sort(), ['200', '409 agents.last-administrator'])
})

test('[A6] the account of somebody who was removed waits thirty days, says that it belongs nowhere, and is erased then', async () => {
  const lea = await hire('Lia Long')
  const params = { organisationId: cast.verdier.id, agentId: lea.agentId }
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.ada,
    params,
    body: {},
  })
  const { memberships } = await grant(cast.origin, { route: 'GET /session', by: lea })
  assert.deepEqual(memberships, [])
  clock.advance(times.restorableForMs - 60_000)
  await eraseForsakenAccounts(cast.comptoir.platform)
  assert.equal(await accountOf(lea.userId), lea.email)
  clock.advance(120_000)
  await eraseForsakenAccounts(cast.comptoir.platform)
  assert.equal(await accountOf(lea.userId), undefined)
  assert.equal((await keptOf(lea.agentId)).name, 'Lia Long')
  assert.notEqual(await accountOf(cast.ben.userId), undefined, 'the control: whoever belongs somewhere stays')
})
