import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { BodyOf } from '#contract/routes.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { anotherPassword } from '#server/testing/specimens/index.ts'
import { type Engaged, signUp } from '#server/testing/staff.ts'
import { codeOf, grant, make, passerBy, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
let rows: Rows
let owner: pg.Client
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
  owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
})
after(async () => {
  await Promise.all([rows.close(), owner.end()])
  await cast.comptoir.stop()
})

const route = 'POST /organisations/:organisationId/agents'
type Wish = BodyOf<typeof route>
let added = 0

const wishFor = (change: Partial<Wish> = {}): Wish => ({
  email: `lea.${++added}@maison.example`,
  firstName: 'Léa',
  lastName: 'Lang',
  password: anotherPassword,
  role: 'agent',
  subAccountId: cast.lyon.id,
  languages: ['fr'],
  active: true,
  locale: 'fr',
  ...change,
})
const params = () => ({ organisationId: cast.verdier.id })
const add = (by: Engaged, wish: Wish) => grant(cast.origin, { route, by, params: params(), body: wish })
const asked = (by: Engaged, wish: unknown) => make(cast.origin, { route, by, params: params(), body: wish })
const signIn = (email: string, password: string) =>
  make(cast.origin, { route: 'POST /session', by: passerBy, body: { email, password, remember: false } })

test('[N1] [N2] [C4] whoever is added signs in with the password they were handed, and is what was chosen', async () => {
  const wish = wishFor({
    shownName: 'Léa du thé',
    description: 'Les thés verts',
    modules: ['conversations', 'contacts'],
    reach: 'sub-account',
    languages: ['fr', 'en'],
    conversationLimit: 4,
  })
  const agent = await add(cast.ada, wish)
  const { password: _, locale: __, ...kept } = wish
  assert.deepEqual({ ...agent, ...kept }, agent, 'everything that was chosen is so')
  assert.equal(agent.name, 'Léa Lang')
  assert.equal(agent.lastSignInAt, null)
  assert.equal(agent.dormant, false, '[A7] who was just added is not dormant')
  assert.equal(verdictOf(await signIn(wish.email, anotherPassword)), '200')
})

test('[N2] they are told by a letter that never names the password, and no other house trusts the account yet', async () => {
  const { email } = await add(cast.ada, wishFor())
  const { rows: letters } = await owner.query('select body from account_letters where recipient = $1', [email])
  assert.equal(letters.length, 1)
  assert.match(letters[0].body, new RegExp(cast.comptoir.platform.publicUrl.host))
  assert.ok(!letters[0].body.includes(anotherPassword))
  const { rows: users } = await owner.query('select email_proven_at from users where email = $1', [email])
  assert.equal(users[0].email_proven_at, null)

  const elsewhere = { ...wishFor({ email, role: 'administrator', subAccountId: null }) }
  const answer = await make(cast.origin, {
    route,
    by: cast.oscar,
    params: { organisationId: cast.elsewhere.id },
    body: elsewhere,
  })
  assert.equal(verdictOf(answer), '409 agents.unproven-account')
  assert.equal(Object(answer.body).field, 'email')
})

test('[A4] a person with a proven account joins with their own password, and no letter leaves', async () => {
  const noa = await signUp(cast.comptoir, 'Noa Nouvelle')
  const agent = await add(cast.ada, wishFor({ email: noa.email, password: anotherPassword }))
  assert.equal(agent.email, noa.email)
  assert.equal(verdictOf(await signIn(noa.email, anotherPassword)), '401 accounts.sign-in-refused')
  const { rows: letters } = await owner.query(
    'select 1 from account_letters where recipient = $1 union all select 1 from letters where recipient = $1',
    [noa.email],
  )
  assert.deepEqual(letters, [])
  const me = await grant(cast.origin, { route: 'GET /organisations/:organisationId/me', by: noa, params: params() })
  assert.equal(me.agentId, agent.id, 'they are in at once')
})

test('adding whom one invited takes the place of the invitation: one seat, not two', async () => {
  const { email, token } = await scene.invite(cast.marc, { subAccountId: cast.lyon.id })
  await add(cast.marc, wishFor({ email }))
  const view = await make(cast.origin, { route: 'POST /invitation-links/view', by: passerBy, body: { token } })
  assert.equal(verdictOf(view), '404 invitations.unknown')
})

test('[C7] a manager adds managers and agents to their sub-account alone', async () => {
  const { marc, lille } = cast
  assert.equal((await add(marc, wishFor({ role: 'manager' }))).role, 'manager')
  const untouched = await rows.read()
  for (const role of ['administrator', 'moderator'] as const)
    assert.equal(verdictOf(await asked(marc, wishFor({ role, subAccountId: null }))), '403 agents.above-you', role)
  assert.equal(verdictOf(await asked(marc, wishFor({ subAccountId: lille.id }))), '403 agents.above-you')
  assert.equal(codeOf(await asked(marc, wishFor({ reach: 'all' }))), 'agents.above-you')
  assert.equal(verdictOf(await asked(marc, wishFor({ subAccountId: null }))), '422 sub-accounts.required')
  assert.equal(
    verdictOf(await asked(cast.ben, wishFor({ subAccountId: null }))),
    '403 access.refused',
    'he adds nobody',
  )
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
})

test('each piece of bad input has its own refusal at its own field, and nothing is written', async () => {
  const { ada, ben } = cast
  const untouched = await rows.read()
  const no = async (change: object) => {
    const answer = await asked(ada, { ...wishFor(), ...change })
    return `${codeOf(answer)} ${Object(answer.body).field}`
  }
  assert.equal(await no({ email: ben.email }), 'agents.already-member email')
  assert.equal(await no({ email: ` ${ben.email.toUpperCase()} ` }), 'agents.already-member email')
  assert.equal(await no({ email: 'lea' }), 'request.invalid email')
  assert.equal(await no({ password: 'court' }), 'accounts.password-too-short password')
  assert.equal(await no({ password: 'motdepassemotdepasse' }), 'accounts.password-too-common password')
  assert.equal(await no({ subAccountId: null }), 'sub-accounts.required subAccountId')
  assert.equal(await no({ role: 'administrator' }), 'sub-accounts.not-allowed subAccountId')
  assert.equal(await no({ subAccountId: cast.nice.id }), 'request.not-found subAccountId')
  assert.equal(await no({ customRoleId: cast.nice.id }), 'roles.unknown customRoleId')
  assert.equal(await no({ questionnaireIds: [cast.nice.id] }), 'questionnaires.unknown questionnaireIds')
  for (const limit of [0, -1, 1.5, 1e9])
    assert.equal(await no({ conversationLimit: limit }), 'request.invalid conversationLimit', String(limit))
  assert.equal(await no({ languages: [] }), 'request.invalid languages')
  assert.equal(await no({ firstName: ' ' }), 'request.invalid firstName')
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
})

test('names in every script are taken as they are written', async () => {
  for (const [firstName, lastName] of [
    ['محمد', 'الفاسي'],
    ['明', '王'],
    ['Þórður', 'Ægisson'],
    ['Ngọc', ''],
  ] as const) {
    const agent = await add(cast.ada, wishFor({ firstName, lastName }))
    assert.equal(agent.name, `${firstName} ${lastName}`.trim())
  }
})
