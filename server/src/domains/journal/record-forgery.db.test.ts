import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import type { JournalEntry } from '#contract/journal.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { untilQuiet } from '#server/testing/quiet.ts'
import { createScene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { grant, make, verdictOf, type Wish } from '#server/testing/wish.ts'

let cast: Cast
beforeEach(async () => {
  cast = await openCast()
})
afterEach(() => cast.comptoir.stop())

const activity = 'PUT /organisations/:organisationId/agents/:agentId/activity'

const inVerdier = () => ({ organisationId: cast.verdier.id })
const deactivate = (by: Engaged, agentId: AgentId): Wish => ({
  route: activity,
  by,
  params: { ...inVerdier(), agentId },
  body: { active: false },
})

async function refusals(): Promise<JournalEntry[]> {
  await untilQuiet(cast.comptoir)
  const { entries } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/journal',
    by: cast.ada,
    params: inVerdier(),
    query: { group: 'refusals' },
  })
  return entries
}

const refused = async (wish: Wish, verdict: string): Promise<void> =>
  assert.equal(verdictOf(await make(cast.origin, wish)), verdict)

test('[C8] a manager’s forged request about an administrator is refused and written down: who, about whom, at which door', async () => {
  const { marc, ada } = cast
  await refused(deactivate(marc, ada.agentId), '404 request.not-found')
  const [entry, ...others] = await refusals()
  assert.deepEqual(others, [])
  assert.deepEqual(entry?.actor, { kind: 'agent', id: marc.agentId, name: marc.name })
  assert.deepEqual(entry?.target, { kind: 'agent', id: ada.agentId, name: ada.name })
  assert.deepEqual(entry?.refusal, { door: activity, code: 'request.not-found' })
  assert.equal((await colleague(ada.agentId)).active, true, 'and nothing else happened')
})

test('[C7] more than one’s own right, given to somebody by hand, is written down', async () => {
  const body = { emails: ['x@maison.example'], role: 'administrator', subAccountId: null, languages: ['fr'] }
  await refused(
    {
      route: 'POST /organisations/:organisationId/invitations',
      by: cast.marc,
      params: inVerdier(),
      body: { ...body, activeOnArrival: true, locale: 'fr' },
    },
    '403 agents.above-you',
  )
  assert.deepEqual((await refusals())[0]?.refusal?.code, 'agents.above-you')
})

test('what a console would not offer is written down when it is read, too; an id of another house is told from a name', async () => {
  await refused(
    { route: 'GET /organisations/:organisationId/letters', by: cast.ben, params: inVerdier() },
    '403 access.refused',
  )
  await refused(deactivate(cast.ada, cast.oscar.agentId), '404 request.not-found')
  const [foreign, letters] = await refusals()
  assert.deepEqual(foreign?.target, { kind: 'agent', id: cast.oscar.agentId, name: '' })
  assert.deepEqual([letters?.target, letters?.actor.name], [null, cast.ben.name])
})

test('a screen that is behind is not accused: the person is gone, or somebody changed their rights a moment ago', async () => {
  const { ada, marc, lyon, verdier } = cast
  const nils = await engage(cast.comptoir, verdier.id, 'Nils Neuf', { role: 'agent', subAccountId: lyon.id })
  const removal: Wish = {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: ada,
    params: { ...inVerdier(), agentId: nils.agentId },
  }
  await refused(removal, '200')
  await refused({ ...removal, by: marc }, '404 request.not-found')
  await refused(removal, '404 request.not-found')
  const invitation = await createScene(cast).invite(ada, { subAccountId: lyon.id })
  const revocation: Wish = {
    route: 'DELETE /organisations/:organisationId/invitations/:invitationId',
    by: ada,
    params: { ...inVerdier(), invitationId: invitation.id },
  }
  await refused(revocation, '200')
  await refused({ ...revocation, by: marc }, '404 request.not-found')
  assert.deepEqual(await refusals(), [])

  const ben = { ...cast.ben }
  const letters: Wish = { route: 'GET /organisations/:organisationId/letters', by: ben, params: inVerdier() }
  await refused(deactivate(ada, ben.agentId), '200')
  await refused(letters, '403 access.refused')
  assert.deepEqual(await refusals(), [], 'their rights were changed a moment ago')
})

test('what one did oneself is no excuse', async () => {
  const { marc, ben } = cast
  await refused(deactivate(marc, ben.agentId), '200')
  await refused(
    { route: 'PUT /organisations/:organisationId/name', by: marc, params: inVerdier(), body: { name: 'À moi' } },
    '403 access.refused',
  )
  assert.equal((await refusals()).length, 1)
})

test('a conversation that a colleague took in the meantime is nobody’s forgery; one of another sub-account is', async () => {
  const { ben, chloe, lyon, lille, ada } = cast
  const scene = createScene(cast)
  const route = 'POST /organisations/:organisationId/conversations/:conversationId/closure'
  const near = await scene.talk(lyon, ben, 'open')
  const closeOf = (conversationId: string): Wish => ({
    route,
    by: chloe,
    params: { ...inVerdier(), conversationId },
  })
  await refused(closeOf(near.conversationId), '404 request.not-found')
  assert.deepEqual(await refusals(), [])
  const far = await scene.talk(lille, ada)
  await refused(closeOf(far.conversationId), '404 request.not-found')
  assert.equal((await refusals())[0]?.target?.id, far.conversationId)
})

test('nobody fills the journal: of one agent’s refusals thirty an hour are written', async () => {
  for (let turn = 0; turn < 40; turn += 1)
    await refused(deactivate(cast.marc, uuid7() as AgentId), '404 request.not-found')
  assert.equal((await refusals()).length, 30)
  await refused(deactivate(cast.ada, uuid7() as AgentId), '404 request.not-found')
  assert.equal((await refusals()).length, 31, 'control: another agent’s are still written')
})

async function colleague(agentId: AgentId) {
  const { agents } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/agents',
    by: cast.ada,
    params: inVerdier(),
  })
  const found = agents.find(({ id }) => id === agentId)
  assert.ok(found)
  return found
}
