import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AgentForAgent } from '#contract/agents.ts'
import { limits } from '#contract/limits.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage, taking } from '#server/testing/staff.ts'
import { grant, type Knocker, make, verdictOf, type Wish } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId' as const
const password = 'onze parapluies verts dans le couloir'

let cast: Cast
let scene: Scene
let rows: Rows
/** Leaders who take turns, so that none of them asks too often. */
let ada: Knocker
let edited: AgentForAgent
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
  const { comptoir, verdier, lyon } = cast
  const others = Array.from({ length: 8 }, () => engage(comptoir, verdier.id, 'Anna Autre', { role: 'administrator' }))
  ada = taking([cast.ada, ...(await Promise.all(others))])
  const theo = await engage(comptoir, verdier.id, 'Théo Texte', { role: 'agent', subAccountId: lyon.id })
  edited = await grant(cast.origin, {
    route: `GET ${ofHouse}/agents/:agentId`,
    by: cast.ada,
    params: { ...inHouse(), agentId: theo.agentId },
  })
})
after(async () => {
  await rows.close()
  await cast.comptoir.stop()
})

const inHouse = () => ({ organisationId: cast.verdier.id })

const access = () => ({
  ...{ role: 'agent', customRoleId: null, subAccountId: cast.lyon.id, modules: ['conversations'], reach: 'own' },
  ...{ languages: ['fr'], conversationLimit: null, questionnaireIds: [] },
})
const who = () => ({ firstName: 'Nina', lastName: 'Neuve', shownName: '', description: '' })

/** The three doors by which somebody is given access: with what each asks for besides. */
const doors: Record<string, (change: object) => Omit<Wish, 'by'>> = {
  adding: (change) => ({
    route: `POST ${ofHouse}/agents`,
    params: inHouse(),
    body: {
      ...access(),
      ...who(),
      email: `nina.${uuid7()}@maison.example`,
      password,
      active: true,
      locale: 'fr',
      ...change,
    },
  }),
  inviting: (change) => ({
    route: `POST ${ofHouse}/invitations`,
    params: inHouse(),
    body: { ...access(), emails: [`nina.${uuid7()}@maison.example`], activeOnArrival: true, locale: 'fr', ...change },
  }),
  editing: (change) => ({
    route: `PUT ${ofHouse}/agents/:agentId`,
    params: { ...inHouse(), agentId: edited.id },
    body: { ...access(), ...who(), email: edited.email, active: true, version: edited.version, ...change },
  }),
}

/** What is wrong, what it is, and how it is refused: at its own field. */
const bad: [what: string, change: () => object, refused: string, field: string][] = [
  ['an unknown sub-account', () => ({ subAccountId: uuid7() }), '404 request.not-found', 'subAccountId'],
  ['another organisation’s', () => ({ subAccountId: cast.nice.id }), '404 request.not-found', 'subAccountId'],
  ['no sub-account, where one is needed', () => ({ subAccountId: null }), '422 sub-accounts.required', 'subAccountId'],
  ['one for an administrator', () => ({ role: 'administrator' }), '422 sub-accounts.not-allowed', 'subAccountId'],
  [
    'an unknown questionnaire',
    () => ({ questionnaireIds: [uuid7()] }),
    '422 questionnaires.unknown',
    'questionnaireIds',
  ],
  ['an unknown role', () => ({ customRoleId: uuid7() }), '422 roles.unknown', 'customRoleId'],
  ['a role that is none', () => ({ role: 'queen' }), '422 request.invalid', 'role'],
  ['a limit of 0', () => ({ conversationLimit: 0 }), '422 request.invalid', 'conversationLimit'],
  ['a limit of −1', () => ({ conversationLimit: -1 }), '422 request.invalid', 'conversationLimit'],
  ['a limit of 1.5', () => ({ conversationLimit: 1.5 }), '422 request.invalid', 'conversationLimit'],
  ['a limit of 10⁹', () => ({ conversationLimit: 1e9 }), '422 request.invalid', 'conversationLimit'],
  ['no language', () => ({ languages: [] }), '422 request.invalid', 'languages'],
  ['a language that is none', () => ({ languages: ['français'] }), '422 request.invalid', 'languages.0'],
  ['a module that is none', () => ({ modules: ['treasury'] }), '422 request.invalid', 'modules.0'],
]

for (const [door, asWish] of Object.entries(doors))
  test(`[N2] [N7] [N9] ${door}: what does not fit is refused at its own field, each for its reason, and nothing is written`, async () => {
    const untouched = await rows.read()
    for (const [what, change, refused, field] of bad) {
      const answer = await make(cast.origin, { ...asWish(change()), by: ada })
      assert.equal(verdictOf(answer), refused, `${what}: ${answer.text}`)
      assert.equal(Object(answer.body).field, field, what)
    }
    assert.deepEqual(changesBetween(untouched, await rows.read()), [])
  })

for (const [door, asWish] of Object.entries(doors))
  test(`[C7] [S7] ${door}: a role above one’s own, or a sub-account that is not theirs, is refused, and nothing is written`, async () => {
    const deputies = await engage(cast.comptoir, cast.verdier.id, 'Maud Manager', {
      role: 'manager',
      subAccountId: cast.lyon.id,
    })
    const untouched = await rows.read()
    for (const change of [
      { role: 'administrator', subAccountId: null },
      { role: 'moderator', subAccountId: null },
      { subAccountId: cast.lille.id },
      { reach: 'all' },
    ])
      assert.equal(
        verdictOf(await make(cast.origin, { ...asWish(change), by: deputies })),
        '403 agents.above-you',
        JSON.stringify(change),
      )
    assert.deepEqual(changesBetween(untouched, await rows.read()), [])
  })

test('control: each of the three doors lets in what fits', async () => {
  for (const [door, asWish] of Object.entries(doors)) {
    const answer = await make(cast.origin, { ...asWish({}), by: ada })
    assert.equal(answer.status, 200, `${door}: ${answer.text}`)
  }
})

const results = async (emails: string[]) => {
  const wish = doors.inviting?.({ emails })
  assert.ok(wish)
  const answer = await make(cast.origin, { ...wish, by: ada })
  assert.equal(answer.status, 200, answer.text)
  return (Object(answer.body).results as { email: string; result: string }[]).map(({ result }) => result)
}

test('[N10] [N11] one address in two spellings is one person; a sub-address is another', async () => {
  const at = `paul.${uuid7()}`
  assert.deepEqual(
    await results([
      `${at}@maison.example`,
      ` ${at}@MAISON.example`,
      `${at}+chat@maison.example`,
      `${at.toUpperCase()}@maison.example`,
    ]),
    ['invited', 'already-invited', 'invited', 'already-invited'],
  )
  assert.deepEqual(await results([` ${cast.ben.email.toUpperCase()} `]), ['already-member'])
  assert.deepEqual(await results(['paul', 'paul@', '@maison.example', 'a b@maison.example']), Array(4).fill('invalid'))
})

test('[N11] five thousand addresses at once are refused as too many, and nobody is invited', async () => {
  const untouched = await rows.read()
  for (const count of [limits.emailsPerInvitation + 1, 5_000]) {
    const emails = Array.from({ length: count }, (_, index) => `p${index}@maison.example`)
    const answer = await make(cast.origin, { ...doors.inviting?.({ emails }), by: ada } as Wish)
    assert.match(verdictOf(answer), /^(422 request\.invalid|413 request\.too-large)$/)
    if (answer.status === 422) assert.equal(Object(answer.body).field, 'emails')
  }
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
})

test('adding somebody twice, differently written, is refused at the address; a sub-address is somebody else', async () => {
  const adding = async (email: string) => {
    const answer = await make(cast.origin, { ...doors.adding?.({ email }), by: ada } as Wish)
    return `${verdictOf(answer)} ${Object(answer.body).field ?? ''}`.trim()
  }
  const at = `lea.${uuid7()}`
  assert.equal(await adding(`${at}@maison.example`), '200')
  assert.equal(await adding(` ${at.toUpperCase()}@Maison.Example `), '409 agents.already-member email')
  assert.equal(await adding(`${at}+two@maison.example`), '200')
})

const scripts: [firstName: string, lastName: string][] = [
  ['Zoë', 'O’Brien-Núñez'],
  ['Ирина', 'Соколова'],
  ['محمد', 'عبد الله'],
  ['יעל', 'כהן'],
  ['明', '王'],
  ['さくら', '田中'],
  ['สมชาย', 'ใจดี'],
  ['தமிழ்', 'செல்வன்'],
  ['Ὀδυσσεύς', ''],
  ['𐐷𐐯𐐻', '👩‍🎤'],
]

test('[C4] [C8] a name in any script is kept as it is written, added or edited', async () => {
  for (const [firstName, lastName] of scripts) {
    const email = `nom.${uuid7()}@maison.example`
    const added = await make(cast.origin, { ...doors.adding?.({ email, firstName, lastName }), by: ada } as Wish)
    assert.equal(added.status, 200, added.text)
    assert.equal(Object(added.body).name, `${firstName} ${lastName}`.trim())
    const agents = (await list(cast.ada)).find((one) => one.email === email)
    assert.deepEqual([agents?.firstName, agents?.lastName], [firstName, lastName])
  }
})

test('a name that hides what is not to be seen, or is none, is refused at its field', async () => {
  for (const [firstName, field] of [
    ['', 'firstName'],
    ['   ', 'firstName'],
    ['Nina\u202e', 'firstName'],
    ['x'.repeat(limits.nameLength + 1), 'firstName'],
  ] as const)
    for (const door of ['adding', 'editing'] as const) {
      const answer = await make(cast.origin, { ...doors[door]?.({ firstName }), by: ada } as Wish)
      assert.equal(verdictOf(answer), '422 request.invalid')
      assert.equal(Object(answer.body).field, field)
    }
})

test('[C6] an administrator sees everybody, and whoever was invited among them with their time left', async () => {
  const { lou, marc, milo } = cast
  const invited = await scene.invite(cast.ada, { subAccountId: cast.lille.id })
  const seen = await list(cast.ada)
  for (const one of [lou, marc, milo]) assert.ok(seen.some(({ id }) => id === one.agentId))
  const { invitations } = await grant(cast.origin, {
    route: `GET ${ofHouse}/invitations`,
    by: cast.ada,
    params: inHouse(),
  })
  const open = invitations.find(({ email }) => email === invited.email)
  assert.ok(open && Date.parse(open.expiresAt) > Date.parse(open.createdAt))
  const accepted = await make(cast.origin, {
    route: 'POST /invitation-links/acceptance',
    by: cast.noa,
    body: { token: invited.token, account: null },
  })
  assert.equal(verdictOf(accepted), '403 invitations.other-account', 'and nobody else takes their place')
})

const list = async (by: Engaged) =>
  (await grant(cast.origin, { route: `GET ${ofHouse}/agents`, by, params: inHouse() })).agents
