import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { ReasonId } from '#contract/ids.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { askingChannel, bookingFlow, createAnswering, createWriting } from '#server/testing/questioning.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let receiving: ReturnType<typeof receivingAt>
before(async () => {
  cast = await openCast()
  receiving = receivingAt(cast)
})
after(() => cast.comptoir.stop())

/** A reason that one person takes. */
async function received() {
  const agent = await receiving.engage('Léa Lang')
  return receiving.reason({ takerIds: [agent.agentId] })
}

/** Somebody before a questionnaire that leads to an appointment. */
async function visitorOf(reasonId: ReasonId | null) {
  const writing = createWriting(cast)
  const id = await writing.make(cast.lyon.id)
  await writing.publish(id, bookingFlow(reasonId))
  const vera = createAnswering(cast, newPasser(await askingChannel(cast, id)))
  await vera.load()
  return vera
}

const archiving = '/organisations/:organisationId/appointment-reasons/:reasonId/archiving' as const
const ofReason = ({ id }: ReasonForAgent) => ({ organisationId: cast.verdier.id, reasonId: id })
const archive = (reason: ReasonForAgent) =>
  grant(cast.origin, { route: `POST ${archiving}`, by: cast.ada, params: ofReason(reason) })
const restore = (reason: ReasonForAgent) =>
  grant(cast.origin, { route: `DELETE ${archiving}`, by: cast.ada, params: ofReason(reason) })

const offered = ({ run }: { run: unknown }): string[] =>
  Object(run).now.asks.options.map(({ id }: { id: string }) => id)

test('[N9] an end leads to an appointment for one reason, with what was answered of who comes; the contact keeps it', async () => {
  const reason = await received()
  const vera = await visitorOf(reason.id)
  for (const answer of ['tell', 'Vera Lind']) await vera.answer(answer)
  const { run, thread } = await vera.answer('vera@maison.example')
  assert.deepEqual(run?.now, {
    at: 'booking',
    text: 'Choisissez votre créneau.',
    reasonId: reason.id,
    known: { name: 'Vera Lind', email: 'vera@maison.example' },
  })
  assert.equal(thread, null, 'nothing waits for an agent')
  assert.equal(run?.mayGoBack, true)
  const rows = await cast.comptoir.platform.database.transaction(cast.verdier.id, ({ db }) =>
    db
      .selectFrom('visitors')
      .select('name')
      .where('organisation_id', '=', cast.verdier.id)
      .where('email', '=', 'vera@maison.example')
      .execute(),
  )
  assert.deepEqual(rows, [{ name: 'Vera Lind' }])
  const said = await make(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: vera.by,
    params: { channelKey: vera.by.channelKey, clientMessageId: newClientMessageId() },
    body: { text: 'Bonjour', locale: 'fr', page: null },
  })
  assert.equal(verdictOf(said), '409 answers.to-be-given', 'words wait for another beginning')
  assert.equal((await vera.beginAnew()).run?.now.at, 'question')
})

test('[N8] an end to an appointment is offered only while somebody receives for its reason, and stands for nothing else then', async () => {
  const reason = await received()
  const vera = await visitorOf(reason.id)
  assert.deepEqual(offered(vera.state()), ['tell', 'now', 'hours'], 'control')
  await archive(reason)
  assert.equal(verdictOf(await vera.send(vera.answerOf('now'))), '409 answers.nobody-now', 'gone at the click')
  assert.deepEqual(offered(await vera.load()), ['tell', 'hours'])
  for (const answer of ['tell', 'Vera Lind']) await vera.answer(answer)
  const { thread } = await vera.answer('vera@maison.example')
  assert.equal(thread?.conversation.state, 'pending', 'what was answered waits for an agent')

  await restore(reason)
  const other = await visitorOf(reason.id)
  assert.deepEqual(offered(other.state()), ['tell', 'now', 'hours'])
  assert.equal(Object((await other.answer('now')).run?.now).reasonId, reason.id)
})

test('[N9] an end may leave the reason to the visitor: whatever somebody receives for', async () => {
  const { now } = (await (await visitorOf(null)).answer('hours')).run ?? {}
  assert.equal(now?.at, 'words', 'control')
  await received()
  const vera = await visitorOf(null)
  assert.deepEqual((await vera.answer('now')).run?.now, {
    at: 'booking',
    text: 'Choisissez votre créneau.',
    reasonId: null,
    known: {},
  })
})
