import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { times } from '#contract/limits.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { eventsIn, openConsole, openWidget } from '#server/testing/talking.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

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

const paramsOf = ({ organisationId, conversationId }: Talk) => ({ organisationId, conversationId })
const say = async (by: Engaged, talk: Talk, text: string, kind: 'text' | 'note' = 'text') => {
  const { message } = await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by,
    params: { ...paramsOf(talk), clientMessageId: newClientMessageId() },
    body: { text, kind },
  })
  return message
}
const rewrite = (by: Engaged, talk: Talk, { seq, version }: Pick<MessageForAgent, 'seq' | 'version'>, text: string) =>
  make(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by,
    params: { ...paramsOf(talk), seq },
    body: { text, version },
  })
const takeBack = (by: Engaged, talk: Talk, { seq }: Pick<MessageForAgent, 'seq'>) =>
  make(cast.origin, {
    route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by,
    params: { ...paramsOf(talk), seq },
  })
const versionsOf = (by: Engaged, talk: Talk, { seq }: Pick<MessageForAgent, 'seq'>) =>
  make(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions',
    by,
    params: { ...paramsOf(talk), seq },
  })
const threadOf = (by: Engaged, talk: Talk) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by,
    params: paramsOf(talk),
  })
const seenByVisitor = ({ visitor }: Talk) =>
  grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: visitor,
    params: { channelKey: visitor.channelKey },
  })

test('words that were rewritten change before the visitor’s eyes, on the card too, and what stood there is kept', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const said = await say(cast.ben, talk, 'Il en reste tros.')
  const [widget, console] = [await openWidget(cast, talk.visitor), await openConsole(cast, cast.marc)]
  assert.equal((await rewrite(cast.ben, talk, said, 'Il en reste trois.')).status, 200)
  for (const ear of [widget, console]) {
    await ear.hears((frame) => JSON.stringify(eventsIn([frame], 'conversation.changed')).includes('trois'))
    ear.close()
  }
  const { messages, conversation } = await threadOf(cast.ben, talk)
  const now = messages.at(-1)
  assert.deepEqual([now?.text, now?.version, now?.seq], ['Il en reste trois.', 2, said.seq])
  assert.ok(now?.editedAt)
  assert.equal(conversation.lastMessage?.text, 'Il en reste trois.')
  assert.equal((await seenByVisitor(talk)).messages.at(-1)?.text, 'Il en reste trois.')

  for (const by of [cast.ben, cast.marc, cast.milo]) {
    const { versions } = Object((await versionsOf(by, talk, said)).body)
    assert.deepEqual(
      versions.map(({ text }: { text: string }) => text),
      ['Il en reste tros.'],
    )
  }
  assert.equal(verdictOf(await rewrite(cast.ben, talk, said, 'Il en reste trois.')), '200', 'a retry changes nothing')
  assert.equal((await threadOf(cast.ben, talk)).messages.at(-1)?.version, 2)
})

test('words that were taken back say nothing any more, to anybody but who may read what stood there', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const said = await say(cast.ben, talk, 'Le code est 4711')
  const widget = await openWidget(cast, talk.visitor)
  assert.equal((await takeBack(cast.ben, talk, said)).status, 200)
  await widget.hears((frame) => JSON.stringify(eventsIn([frame], 'conversation.changed')).includes('deletedAt'))
  assert.ok(!JSON.stringify(widget.heard).includes('4711'))
  widget.close()
  const [mine, theirs] = [await threadOf(cast.ben, talk), await seenByVisitor(talk)]
  for (const { messages } of [mine, theirs]) {
    assert.equal(messages.at(-1)?.seq, said.seq, 'that there was one stays to be seen')
    assert.ok(messages.at(-1)?.deletedAt)
  }
  assert.ok(!JSON.stringify([mine, theirs]).includes('4711'))
  assert.ok((await versionsOf(cast.marc, talk, said)).text.includes('4711'))
  assert.equal(verdictOf(await takeBack(cast.ben, talk, said)), '200', 'twice is once')
  assert.equal(verdictOf(await rewrite(cast.ben, talk, { ...said, version: 2 }, 'autre')), '409 messages.deleted')
})

test('a note is rewritten without a word of it to the visitor', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const note = await say(cast.marc, talk, 'Cliente exigente', 'note')
  const widget = await openWidget(cast, talk.visitor)
  assert.equal((await rewrite(cast.marc, talk, note, 'Cliente exigeante')).status, 200)
  await scene.say(talk.visitor, 'Vous êtes là ?')
  await widget.hears((frame) => JSON.stringify(eventsIn([frame], 'conversation.changed')).includes('Vous êtes là'))
  assert.ok(!JSON.stringify(widget.heard).includes('exigeante'))
  widget.close()
})

test('nobody changes what others said: not a colleague, not whoever runs conversations, and nobody the visitor’s', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const said = await say(cast.ben, talk, 'Oui')
  for (const by of [cast.marc, cast.ada]) {
    assert.equal(verdictOf(await rewrite(by, talk, said, 'Non')), '403 messages.not-yours')
    assert.equal(verdictOf(await takeBack(by, talk, said)), '403 messages.not-yours')
  }
  assert.equal(verdictOf(await rewrite(cast.ben, talk, { seq: 1, version: 1 }, 'Non')), '403 messages.not-yours')
  assert.equal(verdictOf(await rewrite(cast.chloe, talk, said, 'Non')), '404 request.not-found')
  assert.equal(
    verdictOf(await rewrite(cast.ben, talk, { seq: 2, version: 1 }, 'Non')),
    '404 request.not-found',
    'a notice',
  )
  assert.equal(verdictOf(await rewrite(cast.ben, talk, { seq: 99, version: 1 }, 'Non')), '404 request.not-found')
  assert.equal(verdictOf(await versionsOf(cast.chloe, talk, said)), '404 request.not-found')
})

test('after a day words stay as they are', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const said = await say(cast.ben, talk, 'Oui')
  await owner.query(
    `update messages set sent_at = sent_at - $3 * interval '1 millisecond' where conversation_id = $1 and seq = $2`,
    [talk.conversationId, said.seq, times.wordsChangeableMs],
  )
  assert.equal(verdictOf(await rewrite(cast.ben, talk, said, 'Non')), '409 messages.too-old')
  assert.equal(verdictOf(await takeBack(cast.ben, talk, said)), '409 messages.too-old')
})

test('of two tabs that rewrite at once the second is told', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const said = await say(cast.ben, talk, 'Peut-être')
  const answers = await Promise.all(['Oui', 'Non'].map((text) => rewrite(cast.ben, talk, said, text)))
  assert.deepEqual(answers.map(verdictOf).sort(), ['200', '409 messages.changed-meanwhile'])
})

test('[D8] whoever catches up later is told what words say now, not what stood there: agents, and their visitor', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const { origin } = cast
  const streams = [`sub-account:${cast.lyon.id}`, `conversation:${talk.conversationId}`] as const
  const { epoch } = cast.comptoir.platform.events
  const heads = await cast.comptoir.platform.database.transaction(talk.organisationId, (tx) =>
    cast.comptoir.platform.events.heads(tx, [streams[0]]),
  )
  const [mended, gone] = [await say(cast.ben, talk, 'Au dix-sept.'), await say(cast.ben, talk, 'Code 4711.')]
  await rewrite(cast.ben, talk, mended, 'Au dix-neuf.')
  await takeBack(cast.ben, talk, gone)
  await cast.comptoir.platform.events.settle()

  const ofAgents = await grant(origin, {
    route: 'POST /organisations/:organisationId/poll',
    by: cast.marc,
    params: { organisationId: talk.organisationId },
    body: { cursors: [{ stream: streams[0], epoch, since: heads.get(streams[0]) ?? 0 }], waitMs: 0 },
  })
  const ofVisitor = await grant(origin, {
    route: 'POST /widget/:channelKey/poll',
    by: talk.visitor,
    params: { channelKey: talk.visitor.channelKey },
    body: { cursors: [{ stream: streams[1], epoch, since: 0 }], waitMs: 0 },
  })
  for (const { frames } of [ofAgents, ofVisitor]) {
    assert.ok(JSON.stringify(frames).includes('Au dix-neuf.'), 'control: what was mended is told')
    assert.doesNotMatch(JSON.stringify(frames), /dix-sept|4711/)
  }
})
