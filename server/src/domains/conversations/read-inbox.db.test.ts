import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventually } from '#server/testing/try-postgres.ts'
import { make, verdictOf } from '#server/testing/wish.ts'
import { findActor } from '../agents/index.ts'
import { nowhere } from '../callers.ts'
import { readInbox } from './read-inbox.ts'

let cast: Cast
before(async () => {
  cast = await openCast()
})
after(() => cast.comptoir.stop())

/** Who knocked, as they were then. */
async function recognised(agent: Engaged) {
  const actor = await findActor({ ...agent, origin: nowhere, limitKey: '' }, cast.verdier.id, cast.comptoir.platform)
  return actor ?? assert.fail('nobody')
}

const setActive = ({ agentId, organisationId }: Engaged, active: boolean) =>
  make(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.ada,
    params: { organisationId, agentId },
    body: { active },
  })

test('[D4] [A7] rights that end between the knock and the reading are in neither the lists nor before their cursors', async () => {
  const { platform } = cast.comptoir
  const léa = await engage(cast.comptoir, cast.verdier.id, 'Léa Lang', { role: 'agent', subAccountId: cast.lyon.id })
  const { conversationId } = await createScene(cast).talk(cast.lyon, cast.ben)
  const knocking = await recognised(léa)
  const before = await readInbox(knocking, platform)
  const waiting = before.pending.find(({ id }) => id === conversationId)
  assert.equal(waiting?.may.pickUp, true, 'control: it could be picked up')

  assert.equal(verdictOf(await setActive(léa, false)), '200')
  const [one] = before.cursors
  assert.ok(one, 'control')
  const at = ({ cursors }: typeof before) => cursors.find(({ stream }) => stream === one.stream)?.since ?? 0
  await eventually(async () => {
    const read = await readInbox(knocking, platform)
    assert.deepEqual(read, await readInbox(await recognised(léa), platform), 'as whoever knocks now reads it')
    assert.notDeepEqual(read.pending, before.pending)
    // Their cursors are past the change once it is numbered, so that nothing later would tell of it.
    assert.ok(at(read) > at(before), 'control')
  })
})
