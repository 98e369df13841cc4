import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RoleId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { BodyOf } from '#contract/routes.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { modules, type Permission, permissions, roleModels } from '#contract/vocabulary.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { promptlyMs } from '#server/testing/promptly.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId/roles'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

type RoleWish = BodyOf<`POST ${typeof ofHouse}`>

let named = 0
const wish = (change: Partial<RoleWish> = {}): RoleWish => ({
  name: `Rôle ${++named}`,
  model: 'manager',
  permissions: [...roleModels.manager.permissions],
  modules: [...modules],
  ...change,
})
const inHouse = (by: Engaged) => ({ organisationId: by.organisationId })
const asking = (change: Partial<RoleWish> = {}, by = cast.ada) =>
  make(cast.origin, { route: `POST ${ofHouse}`, by, params: inHouse(by), body: wish(change) })
const made = (change: Partial<RoleWish> = {}, by = cast.ada) =>
  grant(cast.origin, { route: `POST ${ofHouse}`, by, params: inHouse(by), body: wish(change) })
const changing = (roleId: RoleId, body: BodyOf<`PUT ${typeof ofHouse}/:roleId`>, by = cast.ada) =>
  make(cast.origin, { route: `PUT ${ofHouse}/:roleId`, by, params: { ...inHouse(by), roleId }, body })
const removing = (roleId: RoleId, by = cast.ada) =>
  make(cast.origin, { route: `DELETE ${ofHouse}/:roleId`, by, params: { ...inHouse(by), roleId } })
const list = (by = cast.ada) => grant(cast.origin, { route: `GET ${ofHouse}`, by, params: inHouse(by) })
const me = (by: Engaged) =>
  grant(cast.origin, { route: 'GET /organisations/:organisationId/me', by, params: inHouse(by) })

test('an administrator names a role that is a copy of one of the four with something taken away', async () => {
  const role = await made({
    name: 'Responsable sans messageries',
    modules: ['conversations', 'questionnaires', 'conversations'],
  })
  assert.deepEqual(role.modules, ['conversations', 'questionnaires'], 'each once, in one order')
  const nora = await engage(cast.comptoir, cast.verdier.id, 'Nora Rôle', {
    role: 'manager',
    subAccountId: cast.lyon.id,
    customRoleId: role.id,
    modules: role.modules,
  })
  const hers = await me(nora)
  assert.deepEqual(
    [hers.role, hers.customRoleId, hers.modules],
    ['manager', role.id, ['conversations', 'questionnaires']],
  )
  const channels = { route: 'GET /organisations/:organisationId/channels', by: nora, params: inHouse(nora) } as const
  assert.equal(verdictOf(await make(cast.origin, channels)), '403 access.refused')
  assert.deepEqual((await list()).roles.find(({ id }) => id === role.id)?.holders, { people: 1, invitations: 0 })
})

test('nobody makes, lifts or lowers a role above their own', async () => {
  const mine: Permission[] = ['roles.change', 'people.change', 'conversations.run']
  const below = await made({ model: 'administrator', permissions: mine, modules: ['conversations', 'channels'] })
  const dora = await engage(cast.comptoir, cast.verdier.id, 'Dora Déléguée', {
    role: 'administrator',
    customRoleId: below.id,
    modules: below.modules,
  })
  assert.equal((await asking({ permissions: ['people.change'], modules: ['channels'] }, dora)).status, 200, 'control')
  for (const beyond of [
    { permissions: ['billing.change'], modules: [] },
    { permissions: [], modules: ['statistics'] },
  ] as Partial<RoleWish>[])
    assert.equal(verdictOf(await asking({ model: 'administrator', ...beyond }, dora)), '403 agents.above-you')
  const above = await made({ permissions: ['channels.change'] })
  const lowered = { name: above.name, permissions: [], modules: [], version: above.version }
  assert.equal(verdictOf(await changing(above.id, lowered, dora)), '403 agents.above-you')
  assert.equal(verdictOf(await removing(above.id, dora)), '403 agents.above-you')
  const own = { name: below.name, permissions: [...permissions], modules: [...modules], version: below.version }
  assert.equal(verdictOf(await changing(below.id, own, dora)), '403 agents.above-you', 'nor lifts their own')
})

test('what concerns the whole organisation is no part of a role of one sub-account, whoever asks', async () => {
  for (const permission of ['sub-accounts.change', 'roles.change', 'letters.read', 'journal.read'] as const)
    for (const model of ['manager', 'agent'] as const) {
      const answer = await asking({ model, permissions: [permission] })
      assert.equal(verdictOf(answer), '422 roles.out-of-scope', `${model} ${permission}`)
      assert.equal(Object(answer.body).field, 'permissions')
    }
  assert.equal((await asking({ model: 'agent', permissions: ['billing.change'] })).status, 200, 'an accountant may')
})

test('a changed role is everybody’s who holds it within a second: requests, sockets, modules, and open invitations', async () => {
  const role = await made({ modules: ['conversations', 'channels'] })
  const engaged = { role: 'manager', subAccountId: cast.lyon.id, customRoleId: role.id, modules: role.modules } as const
  const paul = await engage(cast.comptoir, cast.verdier.id, 'Paul Porteur', { ...engaged, modules: [...role.modules] })
  const invited = await scene.invite(cast.ada, {
    role: 'manager',
    customRoleId: role.id,
    subAccountId: cast.lyon.id,
  })
  const [his, marcs] = [await openConsole(cast, paul), await openConsole(cast, cast.marc)]
  const startMs = performance.now()
  const changed = await changing(role.id, {
    name: role.name,
    permissions: [],
    modules: ['channels'],
    version: role.version,
  })
  assert.equal(changed.status, 200, changed.text)
  assert.equal(await his.end, closeCodes.accessChanged)
  assert.ok(performance.now() - startMs < promptlyMs, 'within a second')
  assert.equal(marcs.endedWith, null, 'whoever does not hold it stays')
  const now = await me(paul)
  assert.deepEqual([now.permissions, now.modules, now.may.readAgents], [[], ['channels'], false])
  const { database } = cast.comptoir.platform
  const row = await database.transaction(cast.verdier.id, ({ db }) =>
    db
      .selectFrom('invitations')
      .select('modules')
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', invited.id)
      .executeTakeFirst(),
  )
  assert.deepEqual(row?.modules, ['channels'])
  const again = await changing(role.id, { name: role.name, permissions: [], modules: [], version: role.version })
  assert.equal(verdictOf(again), '409 roles.changed-meanwhile')
  marcs.close()
})

test('whoever may no longer answer by a changed role gives back what they had open, and none is lost', async () => {
  const role = await made({ modules: ['conversations', 'channels'] })
  const engaged = { role: 'manager', subAccountId: cast.lyon.id, customRoleId: role.id } as const
  const rosa = await engage(cast.comptoir, cast.verdier.id, 'Rosa Rendue', { ...engaged, modules: [...role.modules] })
  const { conversationId } = await scene.talk(cast.lyon, rosa, 'open')
  const read = () =>
    grant(cast.origin, {
      route: 'GET /organisations/:organisationId/conversations/:conversationId',
      by: cast.ada,
      params: { ...inHouse(cast.ada), conversationId },
    })
  assert.equal((await read()).conversation.assigneeId, rosa.agentId, 'control: she had it open')
  const body = { name: role.name, permissions: [], modules: ['channels'] as const, version: role.version }
  assert.equal((await changing(role.id, { ...body, modules: [...body.modules] })).status, 200)
  const { conversation, messages } = await read()
  assert.deepEqual([conversation.state, conversation.assigneeId], ['pending', null])
  assert.equal(messages.at(-1)?.notice, 'out-of-reach')
})

test('where modules are chosen for each person, a changed role leaves the chosen ones', async () => {
  const role = await made({ model: 'agent', permissions: [], modules: ['conversations'] })
  const iris = await engage(cast.comptoir, cast.verdier.id, 'Inès Choisie', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    customRoleId: role.id,
    modules: ['conversations', 'shortcuts'],
  })
  const body = { name: role.name, permissions: [], modules: [], version: role.version }
  assert.equal((await changing(role.id, body)).status, 200)
  assert.deepEqual((await me(iris)).modules, ['conversations', 'shortcuts'])
})

test('a role that somebody holds, or an open invitation, is not removed; one that nobody holds is given to nobody after', async () => {
  const role = await made()
  const invited = await scene.invite(cast.ada, { role: 'manager', customRoleId: role.id, subAccountId: cast.lyon.id })
  const refused = await removing(role.id)
  assert.equal(verdictOf(refused), '409 roles.in-use')
  assert.deepEqual(Object(refused.body).details, { people: 0, invitations: 1 })
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/invitations/:invitationId',
    by: cast.ada,
    params: { ...inHouse(cast.ada), invitationId: invited.id },
  })
  const holder = await engage(cast.comptoir, cast.verdier.id, 'Tom Tient', {
    role: 'manager',
    subAccountId: cast.lyon.id,
    customRoleId: role.id,
  })
  assert.equal(verdictOf(await removing(role.id)), '409 roles.in-use')
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.ada,
    params: { ...inHouse(cast.ada), agentId: holder.agentId },
  })
  assert.equal((await removing(role.id)).status, 200)
  assert.equal(verdictOf(await removing(role.id)), '404 request.not-found')
  const inviting = make(cast.origin, {
    route: 'POST /organisations/:organisationId/invitations',
    by: cast.ada,
    params: inHouse(cast.ada),
    body: {
      emails: ['zo@maison.example'],
      role: 'manager',
      customRoleId: role.id,
      subAccountId: cast.lyon.id,
      languages: ['fr'],
      activeOnArrival: true,
      locale: 'fr',
    },
  })
  assert.equal(verdictOf(await inviting), '422 roles.unknown')
  assert.equal((await asking({ name: role.name })).status, 200, 'its name is free again')
})

test('of a removal and an invitation into the role at once, one is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const role = await made()
    const [removed, invited] = await Promise.all([
      removing(role.id),
      make(cast.origin, {
        route: 'POST /organisations/:organisationId/invitations',
        by: cast.ada,
        params: inHouse(cast.ada),
        body: {
          emails: [`race.${round}@maison.example`],
          role: 'manager',
          customRoleId: role.id,
          subAccountId: cast.lyon.id,
          languages: ['fr'],
          activeOnArrival: true,
          locale: 'fr',
        },
      }),
    ])
    const verdicts = [verdictOf(removed), verdictOf(invited)].join(' · ')
    assert.match(verdicts, /^(200 · 422 roles\.unknown|409 roles\.in-use · 200)$/)
  }
})

test('roles are told apart by name, and there are no more than an organisation may have', async () => {
  const { oscar } = cast
  assert.equal((await asking({ name: 'Éclaireur' }, oscar)).status, 200)
  assert.equal(verdictOf(await asking({ name: 'ÉCLAIREUR' }, oscar)), '409 roles.name-taken')
  for (let count = 1; count < limits.rolesPerOrganisation; count++) await made({}, oscar)
  const one = await asking({}, oscar)
  assert.equal(verdictOf(one), '409 roles.too-many')
  assert.deepEqual(Object(one.body).details, { limit: limits.rolesPerOrganisation })
})

test('[A10] whoever holds a role made of the administrator’s does not count as the last administrator', async () => {
  const role = await made({ model: 'administrator', permissions: ['people.change'], modules: [] })
  await engage(cast.comptoir, cast.verdier.id, 'Alix Adjointe', { role: 'administrator', customRoleId: role.id })
  const answer = await make(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.ada,
    params: { ...inHouse(cast.ada), agentId: cast.ada.agentId },
    body: { active: false },
  })
  assert.equal(verdictOf(answer), '409 agents.last-administrator')
})

test('[C7] a manager reads roles without being counted those who are not theirs to see', async () => {
  const role = await made()
  const engagement = { role: 'manager', customRoleId: role.id } as const
  await engage(cast.comptoir, cast.verdier.id, 'Luc Lyonnais', { ...engagement, subAccountId: cast.lyon.id })
  await engage(cast.comptoir, cast.verdier.id, 'Lila Lilloise', { ...engagement, subAccountId: cast.lille.id })
  const holdersFor = async (by: Engaged) => (await list(by)).roles.find(({ id }) => id === role.id)?.holders.people
  assert.deepEqual([await holdersFor(cast.ada), await holdersFor(cast.marc)], [2, 1])
  assert.equal((await list(cast.marc)).mayMake, false)
})
