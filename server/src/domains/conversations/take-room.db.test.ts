import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { ConversationId } from '#contract/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { make, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
let owner: pg.Client
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await cast.comptoir.stop()
})

async function hire(limit: number | null): Promise<Engaged> {
  const agent = await engage(cast.comptoir, cast.verdier.id, 'Léa Lang', { role: 'agent', subAccountId: cast.lyon.id })
  await owner.query('update agents set conversation_limit = $2 where id = $1', [agent.agentId, limit])
  return agent
}

const act = (by: Engaged, conversationId: ConversationId, name: 'assignment' | 'reopening' | 'closure') =>
  make(cast.origin, {
    route: `POST /organisations/:organisationId/conversations/:conversationId/${name}`,
    by,
    params: { organisationId: by.organisationId, conversationId },
  })
const openOf = async ({ agentId }: Engaged): Promise<number> =>
  (
    await owner.query(`select count(*)::int as open from conversations where assignee_id = $1 and state = 'open'`, [
      agentId,
    ])
  ).rows[0].open
const waiting = (count: number) => Promise.all(Array.from({ length: count }, () => scene.talk(cast.lyon, cast.ben)))

test('[N7] whoever has as many open conversations as they may picks up no other, until one is closed', async () => {
  const léa = await hire(2)
  const [one, two, three] = await waiting(3)
  assert.ok(one && two && three)
  for (const { conversationId } of [one, two])
    assert.equal(verdictOf(await act(léa, conversationId, 'assignment')), '200')
  const refused = await act(léa, three.conversationId, 'assignment')
  assert.equal(verdictOf(refused), '409 conversations.limit-reached')
  assert.deepEqual(Object(refused.body).details, { limit: 2 })
  assert.equal(verdictOf(await act(léa, one.conversationId, 'assignment')), '200', 'what they have takes no more room')
  await act(léa, one.conversationId, 'closure')
  assert.equal(verdictOf(await act(léa, three.conversationId, 'assignment')), '200')
})

test('[N7] reopening takes room as picking up does', async () => {
  const léa = await hire(1)
  const [one, two] = await waiting(2)
  assert.ok(one && two)
  await act(léa, one.conversationId, 'assignment')
  await act(léa, one.conversationId, 'closure')
  await act(léa, two.conversationId, 'assignment')
  assert.equal(verdictOf(await act(léa, one.conversationId, 'reopening')), '409 conversations.limit-reached')
  await act(léa, two.conversationId, 'closure')
  assert.equal(verdictOf(await act(léa, one.conversationId, 'reopening')), '200', 'control')
})

test('[N7] of fifty at once exactly as many are picked up as there is room for', async () => {
  const [léa, free] = [await hire(7), await hire(null)]
  const talks = await waiting(50)
  const answers = await Promise.all(talks.map(({ conversationId }) => act(léa, conversationId, 'assignment')))
  const verdicts = answers.map(verdictOf)
  assert.equal(verdicts.filter((verdict) => verdict === '200').length, 7)
  assert.equal(verdicts.filter((verdict) => verdict === '409 conversations.limit-reached').length, 43)
  assert.equal(await openOf(léa), 7)

  const left = talks.filter((_, index) => answers[index]?.status !== 200)
  await Promise.all(left.map(({ conversationId }) => act(free, conversationId, 'assignment')))
  assert.equal(await openOf(free), 43, 'control: without a limit all of them')
})
