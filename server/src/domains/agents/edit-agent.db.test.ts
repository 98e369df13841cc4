import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { AgentForAgent } from '#contract/agents.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, type Engagement, engage, join } from '#server/testing/staff.ts'
import { openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

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

const route = 'PUT /organisations/:organisationId/agents/:agentId'
type Form = BodyOf<typeof route>

const paramsOf = ({ organisationId, agentId }: Engaged) => ({ organisationId, agentId })
const read = (agent: Engaged, by = cast.ada) =>
  grant(cast.origin, { route: 'GET /organisations/:organisationId/agents/:agentId', by, params: paramsOf(agent) })
const asked = (by: Engaged, agent: Engaged, form: Form) =>
  make(cast.origin, { route, by, params: paramsOf(agent), body: form })
const save = (by: Engaged, agent: Engaged, form: Form): Promise<ReplyOf<typeof route>> =>
  grant(cast.origin, { route, by, params: paramsOf(agent), body: form })
const hire = (as: Partial<Engagement> = {}) =>
  engage(cast.comptoir, cast.verdier.id, 'Léa Lang', { role: 'agent', subAccountId: cast.lyon.id, ...as })

/** The form as it was read, with some of it changed. */
async function formOf(agent: Engaged, change: Partial<Form> = {}): Promise<Form> {
  const shown: AgentForAgent = await read(agent)
  const { firstName, lastName, shownName, description, email, active, version } = shown
  const { role, customRoleId, subAccountId, modules, reach, languages, conversationLimit, questionnaireIds } = shown
  return {
    ...{ firstName, lastName, shownName, description, email, active, version },
    ...{ role, customRoleId, subAccountId, modules, reach, languages, conversationLimit, questionnaireIds },
    ...change,
  }
}

const notices = async (conversationId: string) =>
  (
    await owner.query<{ notice: string }>(
      'select notice from messages where conversation_id = $1 and notice is not null order by seq',
      [conversationId],
    )
  ).rows.map(({ notice }) => notice)

test('[S6] [S7] [A5] [C8] every piece of an agent is changed in one place, and told in the journal', async () => {
  const léa = await hire()
  const change = {
    firstName: 'Lea',
    lastName: '',
    shownName: 'L.',
    description: 'Thés',
    role: 'manager',
    languages: ['en', 'de'],
    conversationLimit: 7,
    active: false,
  } as const
  const saved = await save(cast.ada, léa, await formOf(léa, { ...change, languages: [...change.languages] }))
  assert.deepEqual({ ...saved, ...change, languages: [...change.languages] }, saved)
  assert.equal(saved.name, 'Lea')
  const [entry] = (
    await owner.query(`select before, after from journal where act = 'agents.edited' and target_id = $1`, [léa.agentId])
  ).rows
  assert.equal(entry.before.role, 'agent')
  assert.equal(entry.after.role, 'manager')
  assert.equal('email' in entry.after, false, 'what stayed is not told')

  const [limited, full] = [await formOf(léa, { role: 'agent' }), { role: 'administrator', subAccountId: null } as const]
  assert.equal((await save(cast.ada, léa, limited)).role, 'agent', 'control: down again')
  assert.equal((await save(cast.ada, léa, await formOf(léa, full))).role, 'administrator', '[S7] full access')
})

test('of two who edit one agent the second is told, and nothing is overwritten unseen', async () => {
  const léa = await hire()
  const [first, second] = [await formOf(léa, { description: 'une' }), await formOf(léa, { description: 'deux' })]
  await save(cast.ada, léa, first)
  const untouched = await rows.read()
  assert.equal(verdictOf(await asked(cast.marc, léa, second)), '409 agents.changed-meanwhile')
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
  const both = await Promise.all(
    [cast.ada, cast.marc].map(async (by, index) => asked(by, léa, await formOf(léa, { description: `${index}` }))),
  )
  assert.deepEqual(both.map(verdictOf).sort(), ['200', '409 agents.changed-meanwhile'], 'at once too')
})

test('[C7] a manager gives nothing they have not, and keeps for somebody what they could not give', async () => {
  const { ada, marc, lille } = cast
  const léa = await hire({ reach: 'all' })
  const kept = await save(marc, léa, await formOf(léa, { description: 'relue' }))
  assert.equal(kept.reach, 'all', 'what they hold and keep is nobody’s gift')
  const below = await hire()
  for (const change of [
    { reach: 'all' },
    { role: 'administrator', subAccountId: null },
    { role: 'moderator', subAccountId: null },
    { subAccountId: lille.id },
  ] as const)
    assert.equal(verdictOf(await asked(marc, below, await formOf(below, change))), '403 agents.above-you')
  assert.equal(verdictOf(await asked(marc, ada, await formOf(ada))), '404 request.not-found')
})

test('moved to another sub-account, an agent gives back what they no longer reach, with a line saying why', async () => {
  const léa = await hire()
  const { conversationId } = await scene.talk(cast.lyon, léa, 'open')
  const console = await openConsole(cast, léa)
  await save(cast.ada, léa, await formOf(léa, { subAccountId: cast.lille.id }))
  await console.end
  assert.deepEqual(await notices(conversationId), ['picked-up', 'out-of-reach'])
})

test('an agent whose conversations are taken away gives back what they had open; one who keeps them, nothing', async () => {
  const léa = await hire()
  const { conversationId } = await scene.talk(cast.lyon, léa, 'open')
  await save(cast.ada, léa, await formOf(léa, { modules: ['conversations'] }))
  assert.deepEqual(await notices(conversationId), ['picked-up'])
  await save(cast.ada, léa, await formOf(léa, { modules: ['contacts'] }))
  assert.deepEqual(await notices(conversationId), ['picked-up', 'out-of-reach'])
})

test('[S12] deactivated in the form, an agent is as with the switch', async () => {
  const léa = await hire()
  const { conversationId } = await scene.talk(cast.lyon, léa, 'open')
  await save(cast.ada, léa, await formOf(léa, { active: false }))
  assert.deepEqual(await notices(conversationId), ['picked-up', 'deactivated'])
})

test('[A10] the last administrator cannot be demoted or deactivated in the form, nor two demote each other at once', async () => {
  const { comptoir } = cast
  const house = await comptoir.makeOrganisation('Deux à la barre')
  const place = await house.makeSubAccount('Ici')
  const [one, two] = [
    await engage(comptoir, house.id, 'Una Une', { role: 'administrator' }),
    await engage(comptoir, house.id, 'Duo Deux', { role: 'administrator' }),
  ]
  const formIn = async (agent: Engaged, change: Partial<Form>): Promise<Form> => {
    const params = paramsOf(agent)
    const {
      id: _,
      name: __,
      availability: ___,
      photoId,
      nextEmail,
      lastSignInAt,
      dormant,
      you,
      may,
      ...form
    } = await grant(cast.origin, { route: 'GET /organisations/:organisationId/agents/:agentId', by: one, params })
    assert.ok([photoId, nextEmail, lastSignInAt, dormant, you, may])
    return { ...form, ...change }
  }
  const down = { role: 'agent', subAccountId: place.id } as const
  const forms = { one: await formIn(one, down), two: await formIn(two, down) }
  const answers = await Promise.all([asked(one, two, forms.two), asked(two, one, forms.one)])
  assert.equal(answers.filter(({ status }) => status === 200).length, 1, answers.map(verdictOf).join(', '))
  const [last] = answers[0]?.status === 200 ? [one] : [two]
  const by = last
  for (const change of [down, { active: false }])
    assert.equal(
      verdictOf(
        await asked(by, last, {
          ...(last === one ? forms.one : forms.two),
          role: 'administrator',
          subAccountId: null,
          version: 1,
          ...change,
        }),
      ),
      '409 agents.last-administrator',
    )
})

test('[A3] another address changes nothing until its owner proves it, and is shown as waiting', async () => {
  const léa = await hire()
  const email = `lea.${Date.now()}@ailleurs.example`
  const saved = await save(cast.ada, léa, await formOf(léa, { email }))
  assert.equal(saved.email, léa.email)
  assert.equal(saved.nextEmail, email)
  const { rows: letters } = await owner.query('select 1 from account_letters where recipient = $1', [email])
  assert.equal(letters.length, 1)
})

test('[A3] the address of somebody who belongs to another house too is theirs alone to change', async () => {
  const léa = await hire()
  await join(cast.comptoir, cast.elsewhere.id, léa, { role: 'agent', subAccountId: cast.nice.id })
  const untouched = await rows.read()
  const answer = await asked(cast.ada, léa, await formOf(léa, { email: 'prise@ailleurs.example', description: 'non' }))
  assert.equal(verdictOf(answer), '409 agents.email-of-several')
  assert.equal(Object(answer.body).field, 'email')
  assert.deepEqual(changesBetween(untouched, await rows.read()), [], 'nothing of the rest is saved either')
})
