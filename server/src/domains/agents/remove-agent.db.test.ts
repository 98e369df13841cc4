import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { times } from '#contract/limits.ts'
import { nowhere } from '#server/domains/callers.ts'
import { openConversations } from '#server/domains/conversations/index.ts'
import { Refusal } from '#server/platform/refusal.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, type Engagement, engage, signInBeside } from '#server/testing/staff.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'
import type { HoldingRoom } from './holdings.ts'
import { findActor } from './recognise-agent.ts'
import { removeAgent } from './remove-agent.ts'

let clock: FakeClock
let cast: Cast
let scene: Scene
let rows: Rows
let owner: pg.Client
before(async () => {
  clock = fakeClock()
  cast = await openCast({ clock })
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
  owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
})
after(async () => {
  await Promise.all([rows.close(), owner.end()])
  await cast.comptoir.stop()
})

const hire = (as: Partial<Engagement> = {}, name = 'Léa Lang') =>
  engage(cast.comptoir, cast.verdier.id, name, { role: 'agent', subAccountId: cast.lyon.id, ...as })
const paramsOf = ({ organisationId, agentId }: Engaged) => ({ organisationId, agentId })
const holdingsOf = (agent: Engaged, by = cast.marc) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/agents/:agentId/holdings',
    by,
    params: paramsOf(agent),
  })
const remove = (agent: Engaged, heir?: Engaged, by = cast.marc) =>
  make(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by,
    params: paramsOf(agent),
    body: { heirs: heir ? [{ kind: 'conversations', agentId: heir.agentId }] : [] },
  })
const restore = (agent: Engaged, by = cast.marc) =>
  make(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/restoration',
    by,
    params: paramsOf(agent),
  })
const conversation = async (id: string) =>
  (await owner.query('select state, assignee_id, assignee_name from conversations where id = $1', [id])).rows[0]
const lastNotice = async (id: string) =>
  (
    await owner.query(
      'select notice, author_name from messages where conversation_id = $1 and notice is not null order by seq desc limit 1',
      [id],
    )
  ).rows[0]
const limitTo = (agent: Engaged, limit: number) =>
  owner.query('update agents set conversation_limit = $2 where id = $1', [agent.agentId, limit])

test('[A6] beforehand it is said what somebody holds, who could take it, and whether their account goes', async () => {
  const léa = await hire()
  assert.deepEqual(await holdingsOf(léa), { holdings: [], account: 'goes' })
  await scene.talk(cast.lyon, léa, 'open')
  await scene.talk(cast.lyon, léa, 'closed')
  const full = await hire({}, 'Fred Full')
  await limitTo(full, 1)
  await scene.talk(cast.lyon, full, 'open')
  const english = await hire({ languages: ['en'] }, 'Emma English')
  const { holdings } = await holdingsOf(léa)
  const [held] = holdings
  assert.deepEqual([held?.kind, held?.count, held?.blocks], ['conversations', 1, false])
  const heirs = new Set<string>(held?.heirs.map(({ id }) => id))
  for (const [who, could] of [
    [cast.ben, true],
    [cast.iris, false],
    [cast.lou, false],
    [full, false],
    [english, false],
    [léa, false],
    [cast.ada, false],
  ] as const)
    assert.equal(heirs.has(who.agentId), could, who.name)
})

test('[A6] what nobody inherits waits in the queue again, and the line says who is gone', async () => {
  const léa = await hire()
  const { conversationId } = await scene.talk(cast.lyon, léa, 'open')
  assert.equal(verdictOf(await remove(léa)), '200')
  assert.deepEqual(await conversation(conversationId), { state: 'pending', assignee_id: null, assignee_name: null })
  assert.deepEqual(await lastNotice(conversationId), { notice: 'left', author_name: 'Léa Lang' })
})

test('[A6] an heir takes all of it over, and the line says who answers now', async () => {
  const [léa, ben] = [await hire(), cast.ben]
  const talks = [await scene.talk(cast.lyon, léa, 'open'), await scene.talk(cast.lyon, léa, 'open')]
  assert.equal(verdictOf(await remove(léa, ben)), '200')
  for (const { conversationId } of talks) {
    assert.deepEqual(await conversation(conversationId), {
      state: 'open',
      assignee_id: ben.agentId,
      assignee_name: ben.name,
    })
    assert.deepEqual(await lastNotice(conversationId), { notice: 'handed-over', author_name: ben.name })
  }
})

test('[A6] an heir who could not take it is refused, and nobody is removed', async () => {
  const léa = await hire()
  await scene.talk(cast.lyon, léa, 'open')
  const full = await hire({}, 'Fred Full')
  await limitTo(full, 1)
  await scene.talk(cast.lyon, full, 'open')
  const english = await hire({ languages: ['en'] }, 'Emma English')
  const untouched = await rows.read()
  for (const heir of [cast.iris, full, english]) {
    const answer = await remove(léa, heir)
    assert.equal(verdictOf(answer), '422 agents.heir-refused', heir.name)
    assert.equal(Object(answer.body).field, 'heirs.0.agentId')
  }
  for (const heir of [cast.lou, cast.olga, cast.remi, léa])
    assert.equal(verdictOf(await remove(léa, heir)), '404 request.not-found', heir.name)
  assert.deepEqual(changesBetween(untouched, await rows.read()), [])
})

test('[A8] a kind that blocks keeps somebody from being removed while they hold any of it', async () => {
  const { platform } = cast.comptoir
  const léa = await hire()
  let held = 2
  const room: HoldingRoom = {
    kind: 'appointments',
    blocks: true,
    count: async (_tx, { id }) => (id === léa.agentId ? held : 0),
    heirs: async () => assert.fail('nobody is asked for an heir of what blocks'),
    handOver: async () => true,
  }
  const by = await findActor({ ...cast.ada, origin: nowhere, limitKey: '' }, cast.verdier.id, platform)
  assert.ok(by)
  const removing = () =>
    removeAgent(
      by,
      { agentId: léa.agentId, heirs: [] },
      { ...platform, holdingRooms: [openConversations(platform), room], onLeaves: async () => {} },
    )
  await assert.rejects(removing, (error) => {
    assert.ok(error instanceof Refusal && error.code === 'agents.holds-too-much')
    const holding = { kind: 'appointments', count: 2, blocks: true, heirs: [], listed: [] }
    assert.deepEqual(error.details, { kinds: ['appointments'], holdings: [holding] })
    return true
  })
  assert.equal((await holdingsOf(léa)).account, 'goes', 'they are still here')
  held = 0
  await removing()
  assert.equal(verdictOf(await remove(léa)), '404 request.not-found', 'control: and gone once they hold none')
})

test('[A6] for thirty days somebody can be brought back as what they were; nothing is taken from those who took over', async () => {
  const léa = await hire({ reach: 'sub-account', modules: ['conversations', 'contacts'], languages: ['fr', 'de'] })
  const { conversationId } = await scene.talk(cast.lyon, léa, 'open')
  const get = {
    route: 'GET /organisations/:organisationId/agents/:agentId',
    by: cast.marc,
    params: paramsOf(léa),
  } as const
  const was = await grant(cast.origin, get)
  await remove(léa, cast.ben)
  const list = { route: 'GET /organisations/:organisationId/removed-agents', params: paramsOf(léa) } as const
  const { agents } = await grant(cast.origin, { ...list, by: cast.marc })
  const shown = agents.find(({ id }) => id === léa.agentId)
  assert.equal(shown?.removedBy, cast.marc.name)
  assert.equal(Date.parse(shown?.restorableUntil ?? '') - Date.parse(shown?.removedAt ?? ''), times.restorableForMs)

  assert.equal(verdictOf(await restore(léa)), '200')
  assert.deepEqual(
    { ...(await grant(cast.origin, get)), version: 0 },
    { ...was, version: 0, lastSignInAt: was.lastSignInAt },
  )
  assert.equal((await conversation(conversationId)).assignee_id, cast.ben.agentId)
  const me = { route: 'GET /organisations/:organisationId/me', by: léa, params: paramsOf(léa) } as const
  assert.equal((await grant(cast.origin, me)).agentId, léa.agentId, 'and their account opens the house again')
  assert.equal(verdictOf(await restore(léa)), '404 request.not-found', 'who is here is not brought back')
})

test('[C7] a manager neither sees nor brings back whom they could not have removed', async () => {
  const [lou, moderator] = [
    await hire({ subAccountId: cast.lille.id }),
    await engage(cast.comptoir, cast.verdier.id, 'Mona Mode', { role: 'moderator' }),
  ]
  for (const agent of [lou, moderator]) await remove(agent, undefined, cast.ada)
  const list = { route: 'GET /organisations/:organisationId/removed-agents', params: paramsOf(lou) } as const
  const seen = new Set<string>((await grant(cast.origin, { ...list, by: cast.marc })).agents.map(({ id }) => id))
  const all = new Set<string>((await grant(cast.origin, { ...list, by: cast.ada })).agents.map(({ id }) => id))
  for (const agent of [lou, moderator]) {
    assert.ok(!seen.has(agent.agentId) && all.has(agent.agentId))
    assert.equal(verdictOf(await restore(agent)), '404 request.not-found')
    assert.equal(verdictOf(await restore(agent, cast.ada)), '200', 'control')
  }
})

test('[A6] on the thirty-first day it is too late', async () => {
  const [léa, lola] = [await hire(), await hire({}, 'Lola Longue')]
  await remove(léa)
  await remove(lola)
  clock.advance(times.restorableForMs - 1_000)
  const ada = { ...cast.ada, ...(await signInBeside(cast.comptoir, cast.ada.userId)) }
  assert.equal(verdictOf(await restore(léa, ada)), '200', 'control: a second before')
  clock.advance(1_000)
  assert.equal(verdictOf(await restore(lola, ada)), '409 agents.not-restorable')
})
