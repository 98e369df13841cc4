import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AgentId } from '#contract/ids.ts'
import type { QueryOf } from '#contract/routes.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

const ofTalk = ({ organisationId, conversationId }: Talk) => ({ organisationId, conversationId })
const note = async (by: Engaged, talk: Talk, mentions: AgentId[]) =>
  (
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
      by,
      params: { ...ofTalk(talk), clientMessageId: newClientMessageId() },
      body: { text: 'Tu peux regarder ?', kind: 'note', mentions },
    })
  ).message.seq
const read = (by: Engaged, talk: Talk, seq: number) =>
  grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/read',
    by,
    params: ofTalk(talk),
    body: { seq },
  })
const close = (by: Engaged, talk: Talk) =>
  grant(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/closure',
    by,
    params: ofTalk(talk),
  })
const inbox = (by: Engaged) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/inbox',
    by,
    params: { organisationId: by.organisationId },
  })
const cardOf = async (by: Engaged, { conversationId }: Talk) => {
  const { pending, open, closed } = await inbox(by)
  return [...pending, ...open, ...closed].find(({ id }) => id === conversationId)
}
/** What calls them: ids of conversations with a mention they have not read. */
const calling = async (by: Engaged) => (await inbox(by)).mentioned.map(({ id }) => id)
const listed = async (by: Engaged, query: Partial<QueryOf<'GET /organisations/:organisationId/conversations'>> = {}) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations',
    by,
    params: { organisationId: by.organisationId },
    query: { mentioned: 'me', ...query },
  })

test('[S9] whoever a note names has it unread until they read it, and nobody else does', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const seq = await note(cast.ben, talk, [cast.marc.agentId])
  assert.deepEqual((await cardOf(cast.marc, talk))?.mentions, { times: 1, unread: [seq] })
  assert.deepEqual(await calling(cast.marc), [talk.conversationId])
  for (const other of [cast.ben, cast.ada]) {
    assert.deepEqual((await cardOf(other, talk))?.mentions, { times: 0, unread: [] }, other.name)
    assert.ok(!(await calling(other)).includes(talk.conversationId), other.name)
  }

  await read(cast.ada, talk, seq)
  await read(cast.marc, talk, seq - 1)
  assert.deepEqual(
    await calling(cast.marc),
    [talk.conversationId],
    'what somebody else reads, and what stands before it',
  )
  const before = await cardOf(cast.ben, talk)
  await read(cast.marc, talk, seq)
  assert.deepEqual(await calling(cast.marc), [])
  const after = await cardOf(cast.marc, talk)
  assert.deepEqual(after?.mentions, { times: 1, unread: [] })
  assert.equal(after?.agentReadSeq, before?.agentReadSeq, 'the visitor’s words are read by who answers them')
})

test('[S9] a note that is taken back calls nobody and is no mention any more', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const seq = await note(cast.ben, talk, [cast.marc.agentId])
  assert.ok((await calling(cast.marc)).includes(talk.conversationId), 'control')
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: cast.ben,
    params: { ...ofTalk(talk), seq },
  })
  assert.ok(!(await calling(cast.marc)).includes(talk.conversationId))
  assert.deepEqual((await cardOf(cast.marc, talk))?.mentions, { times: 0, unread: [] })
  await close(cast.ben, talk)
  assert.ok(!(await listed(cast.marc)).conversations.some(({ id }) => id === talk.conversationId))
})

test('[N3] a mention in a conversation that left one’s reach is neither counted nor listed', async () => {
  const rita = await engage(cast.comptoir, cast.verdier.id, 'Rita Reads', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    reach: 'sub-account',
  })
  const [kept, lost] = [await scene.talk(cast.lyon, cast.ben, 'open'), await scene.talk(cast.lyon, cast.ben, 'open')]
  for (const talk of [kept, lost]) {
    await note(cast.ben, talk, [rita.agentId])
    await close(cast.ben, talk)
  }
  const both = [lost.conversationId, kept.conversationId]
  assert.deepEqual(await calling(rita), both, 'control')
  assert.deepEqual(
    (await listed(rita)).conversations.map(({ id }) => id),
    both,
    'control',
  )

  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/reopening',
    by: cast.ben,
    params: ofTalk(lost),
  })
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/transfer',
    by: cast.ada,
    params: ofTalk(lost),
    body: { subAccountId: cast.lille.id },
  })
  await close(cast.ada, lost)
  assert.deepEqual(await calling(rita), [kept.conversationId])
  assert.deepEqual(
    (await listed(rita)).conversations.map(({ id }) => id),
    [kept.conversationId],
  )
})

test('[C11] closed conversations that name one come page by page, most recently closed first', async () => {
  const paula = await engage(cast.comptoir, cast.verdier.id, 'Paula Pages', {
    role: 'manager',
    subAccountId: cast.lyon.id,
  })
  const talks: Talk[] = []
  for (let made = 0; made < 3; made += 1) {
    const talk = await scene.talk(cast.lyon, cast.ben, 'open')
    if (made !== 1) await note(cast.ben, talk, [paula.agentId])
    await close(cast.ben, talk)
    talks.push(talk)
  }
  const [oldest, , newest] = talks.map(({ conversationId }) => conversationId)
  const first = await listed(paula)
  assert.deepEqual(
    first.conversations.map(({ id }) => id),
    [newest, oldest],
    'the one between names nobody',
  )
  const [head] = first.conversations
  const rest = await listed(paula, { closedBefore: head?.stateSince, beforeId: head?.id })
  assert.deepEqual(
    rest.conversations.map(({ id }) => id),
    [oldest],
  )
})
