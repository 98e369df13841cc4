import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

const paramsOf = ({ organisationId, conversationId }: Talk) => ({ organisationId, conversationId })
const note = (by: Engaged, talk: Talk, mentions: readonly unknown[], kind: 'note' | 'text' = 'note') =>
  make(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by,
    params: { ...paramsOf(talk), clientMessageId: newClientMessageId() },
    body: { text: 'Tu peux regarder ?', kind, mentions },
  })
const readersFor = async (by: Engaged, talk: Talk) => {
  const { agents } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/readers',
    by,
    params: paramsOf(talk),
  })
  return agents.map(({ id }) => id)
}

test('[N3] a note names colleagues who read the conversation, and they are told with it', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const readers = await readersFor(cast.ben, talk)
  assert.deepEqual(readers, [cast.marc.agentId], 'of those Ben knows; Chloé reads her own alone, and Iris none')
  const marcs = await openConsole(cast, cast.marc)
  assert.equal(verdictOf(await note(cast.ben, talk, [cast.marc.agentId])), '200')
  await marcs.hears((frame) =>
    eventsIn([frame], 'conversation.changed').some(({ messages }) =>
      (messages as { mentions: string[] }[]).some(({ mentions }) => mentions.includes(cast.marc.agentId)),
    ),
  )
  marcs.close()
})

test('[A3] [D8] who does not read it is named by nobody, and one of them fails the whole note', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const reader = await engage(cast.comptoir, cast.verdier.id, 'Rita Reads', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    reach: 'sub-account',
  })
  const refused = await note(cast.ben, talk, [reader.agentId, cast.chloe.agentId])
  assert.equal(verdictOf(refused), '422 messages.mention-refused')
  assert.equal(Object(refused.body).details.name, cast.chloe.name)
  const missing = await note(cast.ben, talk, [reader.agentId, uuid7()])
  assert.equal(verdictOf(missing), '404 request.not-found')
  for (const foreign of [cast.lou, cast.olga, cast.remi, cast.ada])
    assert.equal((await note(cast.ben, talk, [reader.agentId, foreign.agentId])).text, missing.text, foreign.name)
  assert.equal(verdictOf(await note(cast.ben, talk, [reader.agentId])), '200', 'control: Rita reads it')
  assert.equal(verdictOf(await note(cast.ben, talk, [cast.chloe.agentId], 'text')), '200', 'of replies none is kept')
})
