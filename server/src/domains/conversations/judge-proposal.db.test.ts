import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ClientMessageId, ReasonId } from '#contract/ids.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import { createScene, type Talk } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

const saying = '/organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId' as const
type Wish = Partial<BodyOf<`PUT ${typeof saying}`>>

let cast: Cast
let receiving: ReturnType<typeof receivingAt>
before(async () => {
  cast = await openCast()
  receiving = receivingAt(cast)
})
after(() => cast.comptoir.stop())

/** Somebody who receives, and answers a visitor. */
async function inHand() {
  const lea = await receiving.engage('Léa Lang')
  return { lea, reason: await receiving.reason(), talk: await createScene(cast).talk(cast.lyon, lea, 'open') }
}

const say = (by: Engaged, talk: Talk, wish: Wish, clientMessageId: ClientMessageId = newClientMessageId()) =>
  make(cast.origin, {
    route: `PUT ${saying}`,
    by,
    params: { organisationId: talk.organisationId, conversationId: talk.conversationId, clientMessageId },
    body: { text: 'Prenons rendez-vous.', kind: 'text', ...wish },
  })

const propose = (by: Engaged, talk: Talk, proposedReasonId: ReasonId) => say(by, talk, { proposedReasonId })

const proposedTo = async ({ visitor }: Talk) => {
  const { messages } = await grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: visitor,
    params: { channelKey: visitor.channelKey },
  })
  return messages.map(({ proposedReasonId }) => proposedReasonId)
}

test('an agent proposes an appointment with their words: its visitor is led to booking for that reason, until the words are taken back', async () => {
  const { lea, reason, talk } = await inHand()
  const id = newClientMessageId()
  const wish = { proposedReasonId: reason.id }
  const first = await say(lea, talk, wish, id)
  assert.equal(verdictOf(first), '200')
  // Parsed by the server's own check of replies.
  const { message } = first.body as ReplyOf<`PUT ${typeof saying}`>
  assert.equal(message.proposedReasonId, reason.id)
  assert.equal((await proposedTo(talk)).at(-1), reason.id)
  assert.equal(verdictOf(await say(lea, talk, wish, id)), '200', 'sent twice it is one')
  assert.equal(verdictOf(await say(lea, talk, {}, id)), '409 messages.id-reused', 'another is another')

  const words = {
    organisationId: talk.organisationId,
    conversationId: talk.conversationId,
    seq: message.seq,
  }
  const rewritten = await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: lea,
    params: words,
    body: { text: 'Prenons rendez-vous ici.', version: 1 },
  })
  assert.equal(rewritten.message.proposedReasonId, reason.id, 'other words lead there too')
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: lea,
    params: words,
  })
  assert.ok((await proposedTo(talk)).every((one) => one === null))
})

test('[A2] only what its visitors can book on the channel is proposed, by who may know of it', async () => {
  const { lea, reason, talk } = await inHand()
  const verdicts = async (reasonId: ReasonId, by = lea) => verdictOf(await propose(by, talk, reasonId))
  const elsewhere = await receiving.reason({ subAccountId: cast.lille.id })
  assert.equal(await verdicts(elsewhere.id), '404 request.not-found')
  assert.equal(await verdicts(cast.lyon.id as string as ReasonId), '404 request.not-found', 'as if there were none')
  const gone = await receiving.reason()
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, reasonId: gone.id },
  })
  assert.match(await verdicts(gone.id), / reasons\.archived$/)
  assert.equal(await verdicts(reason.id), '200', 'control')

  const talks = await engage(cast.comptoir, cast.verdier.id, 'Théo Sans', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    modules: ['conversations'],
  })
  const theirs = await createScene(cast).talk(cast.lyon, talks, 'open')
  assert.match(verdictOf(await propose(talks, theirs, reason.id)), /^403 |^404 /)
  assert.equal(verdictOf(await say(talks, theirs, {})), '200', 'control')
})

test('a note for colleagues proposes nothing', async () => {
  const { lea, reason, talk } = await inHand()
  const { body } = await say(lea, talk, { kind: 'note', proposedReasonId: reason.id })
  assert.equal(Object(body).message.proposedReasonId, null)
  assert.ok((await proposedTo(talk)).every((one) => one === null))
})
