import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuid7 } from '#client/uuid7.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { AppointmentId, BookingId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { bookingsAt } from '#server/testing/booking.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import { createScene, type Talk } from '#server/testing/scene.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, passerBy, verdictOf } from '#server/testing/wish.ts'

/** A Monday at eight in Paris. */
const monday = new Date('2026-03-02T07:00:00.000Z')
const [ten, eleven] = ['2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z']

let clock: FakeClock
let cast: Cast
let scene: ReturnType<typeof createScene>
let receiving: ReturnType<typeof receivingAt>
let bookings: ReturnType<typeof bookingsAt>
before(async () => {
  clock = fakeClock(monday)
  cast = await openCast({ clock })
  scene = createScene(cast)
  receiving = receivingAt(cast)
  bookings = bookingsAt(cast)
})
after(() => cast.comptoir.stop())

/** Somebody who receives on that Monday from nine to noon. */
async function receiver(name: string) {
  const agent = await receiving.engage(name)
  await receiving.open(agent, { from: '2026-03-02T09:00', to: '2026-03-02T12:00' })
  return agent
}

const noticesOf = async ({ organisationId, conversationId }: Talk, by: Engaged = cast.marc) =>
  (
    await grant(cast.origin, {
      route: 'GET /organisations/:organisationId/conversations/:conversationId',
      by,
      params: { organisationId, conversationId },
    })
  ).messages.filter(({ appointment }) => appointment !== null)

const told = ({ notice, author, appointment }: MessageForAgent) =>
  `${notice} by ${author.kind === 'agent' ? author.name : author.kind}: ${appointment?.startsAt}, ${appointment?.agent.name}`

const beside = (by: Engaged, { organisationId, conversationId }: Talk) =>
  make(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/appointments',
    by,
    params: { organisationId, conversationId },
  })

const bookIn = (talk: Talk, { agent, by, reason }: { agent: Engaged; by: Engaged; reason: ReasonForAgent }) =>
  grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointments',
    by,
    params: { organisationId: talk.organisationId },
    body: {
      ...{ bookingId: uuid7() as BookingId, reasonId: reason.id, agentId: agent.agentId, startsAt: ten, despite: [] },
      ...{ name: 'Vera Lind', email: null, phone: '', words: '', language: 'fr', zone: 'Europe/Paris' },
      conversationId: talk.conversationId,
    },
  })

const cancelByLink = async (id: AppointmentId, version: number) => {
  const { link_token: token } = await cast.comptoir.platform.database.asOwner(({ db }) =>
    db.selectFrom('appointments').select('link_token').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  return grant(cast.origin, { route: 'POST /appointment-links/cancel', by: passerBy, body: { token, version } })
}

test('[A9] what becomes of an appointment stands in the conversation of whoever booked it, closed or not', async () => {
  const { ada, ben, lyon, verdier } = cast
  const [lea, zoe] = [await receiver('Léa Lang'), await receiver('Zoé Zell')]
  const reason = await receiving.reason({ takerIds: [lea.agentId, zoe.agentId] })
  const talk = await scene.talk(lyon, ben, 'closed')
  const booked = await bookings.book(talk.visitor, reason, { startsAt: ten, agentId: lea.agentId })
  assert.equal(verdictOf(booked), '200', booked.text)
  const [first] = await noticesOf(talk)
  const id = first?.appointment?.id
  assert.ok(id)
  assert.equal(verdictOf(await bookings.move(id, eleven)), '200')
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/reassignment',
    by: ada,
    params: { organisationId: verdier.id, agentId: lea.agentId },
    body: { moves: [{ appointmentId: id, version: 2, agentId: zoe.agentId }] },
  })
  await cancelByLink(id, 3)

  assert.deepEqual((await noticesOf(talk)).map(told), [
    `appointment-booked by visitor: ${ten}, Léa Lang`,
    `appointment-moved by visitor: ${eleven}, Léa Lang`,
    `appointment-reassigned by ${ada.name}: ${eleven}, Zoé Zell`,
    `appointment-cancelled by visitor: ${eleven}, Zoé Zell`,
  ])
  const { conversation, messages } = await grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: talk.visitor,
    params: { channelKey: talk.visitor.channelKey },
  })
  assert.equal(conversation?.state, 'closed', 'a notice asks nobody to answer')
  assert.deepEqual(
    messages.flatMap(({ appointment }) => (appointment ? [`${appointment.startsAt} ${appointment.agent}`] : [])),
    [`${ten} Léa`, `${eleven} Léa`, `${eleven} Zoé`, `${eleven} Zoé`],
    'visitors read first names',
  )
})

test('[A9] several of one conversation that are given away at once are told in it, each by itself', async () => {
  const { ada, ben, lyon, verdier } = cast
  const [lea, zoe] = [await receiver('Lise Lang'), await receiver('Zita Zell')]
  const reason = await receiving.reason({ takerIds: [lea.agentId, zoe.agentId] })
  const talk = await scene.talk(lyon, ben)
  for (const startsAt of [ten, eleven]) await bookings.book(talk.visitor, reason, { startsAt, agentId: lea.agentId })
  const ids = (await noticesOf(talk)).flatMap(({ appointment }) => appointment?.id ?? [])
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/reassignment',
    by: ada,
    params: { organisationId: verdier.id, agentId: lea.agentId },
    body: { moves: ids.map((appointmentId) => ({ appointmentId, version: 1, agentId: zoe.agentId })) },
  })
  assert.deepEqual(
    (await noticesOf(talk)).map(({ notice, appointment }) => `${notice} ${appointment?.startsAt}`),
    [
      `appointment-booked ${ten}`,
      `appointment-booked ${eleven}`,
      `appointment-reassigned ${ten}`,
      `appointment-reassigned ${eleven}`,
    ],
  )
})

test('[A8] whoever books is known by the name they gave, where nobody knew one; what an agent wrote down stays', async () => {
  const { ben, lyon, marc } = cast
  const lea = await receiver('Lina Lang')
  const reason = await receiving.reason({ takerIds: [lea.agentId] })
  const book = async (by: Talk['visitor'], startsAt: string) => {
    const who = { name: 'Vera Lind', email: 'vera@maison.example', phone: '04 72 00 00 00' }
    const booked = await bookings.book(by, reason, { startsAt, agentId: lea.agentId, ...who })
    assert.equal(verdictOf(booked), '200', booked.text)
  }
  const known = async ({ organisationId, conversationId }: Pick<Talk, 'organisationId' | 'conversationId'>) => {
    const params = { organisationId, conversationId }
    const route = 'GET /organisations/:organisationId/conversations/:conversationId'
    const { name, email } = (await grant(cast.origin, { route, by: marc, params })).conversation.visitor
    return `${name}, ${email}`
  }

  const talk = await scene.talk(lyon, ben)
  const desk = await openConsole(cast, marc)
  await book(talk.visitor, ten)
  // Whoever looks at the card reads it there, with the notice.
  const isOfTalk = ({ conversation }: Record<string, unknown>) => Object(conversation).id === talk.conversationId
  const cards = () => eventsIn(desk.heard, 'conversation.changed').filter(isOfTalk)
  await desk.hears(() => cards().length > 0)
  assert.deepEqual(
    cards().map(({ conversation }) => Object(conversation).visitor.name),
    ['Vera Lind'],
  )
  assert.equal(await known(talk), 'Vera Lind, vera@maison.example')

  const earlier = await scene.talk(lyon, ben)
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
    by: marc,
    params: { organisationId: earlier.organisationId, conversationId: earlier.conversationId },
    body: { name: 'La dame au thé vert', email: null },
  })
  await book(earlier.visitor, eleven)
  assert.equal(await known(earlier), 'La dame au thé vert, vera@maison.example')

  const newcomer = newPasser(lyon)
  await book(newcomer, '2026-03-02T08:00:00.000Z')
  const { conversation } = await scene.say(newcomer)
  const begun = { organisationId: ben.organisationId, conversationId: conversation.id }
  assert.equal(await known(begun), 'Vera Lind, vera@maison.example')
})

test('[A8] beside a conversation stand the appointments of its visitor that one may see', async () => {
  const { ben, chloe, lou, marc, milo, lyon } = cast
  const [lea, other] = [await receiver('Lola Lang'), await receiver('Olga Orth')]
  const reason = await receiving.reason({ takerIds: [lea.agentId, other.agentId] })
  const talk = await scene.talk(lyon, ben)
  await bookIn(talk, { agent: lea, by: marc, reason })
  const seenBy = async (by: Engaged) => (await beside(by, talk)).body as { appointments: { agent: { name: string } }[] }
  for (const by of [lea, marc, milo])
    assert.deepEqual(
      (await seenBy(by)).appointments.map(({ agent }) => agent.name),
      ['Lola Lang'],
      by.name,
    )
  assert.deepEqual(await seenBy(other), { appointments: [] }, 'a colleague’s is not shown')
  assert.equal(verdictOf(await beside(chloe, talk)), '403 access.refused')
  assert.equal(verdictOf(await beside(lou, talk)), '403 access.refused')
  // That there is one, and when, whoever reads the conversation reads there.
  assert.deepEqual((await noticesOf(talk, chloe)).map(told), [`appointment-booked by ${marc.name}: ${ten}, Lola Lang`])
})

test('[A9] whoever receives is called at once, and nobody else', async () => {
  const { marc, lyon, ben } = cast
  const lea = await receiver('Luce Lang')
  const reason = await receiving.reason({ takerIds: [lea.agentId] })
  const [hers, his] = [await openConsole(cast, lea), await openConsole(cast, marc)]
  const talk = await scene.talk(lyon, ben)
  await bookings.book(talk.visitor, reason, { startsAt: ten })
  await hers.hears(() => eventsIn(hers.heard, 'appointment.called').length > 0)
  const [event] = eventsIn(hers.heard, 'appointment.called')
  assert.deepEqual(event, {
    type: 'appointment.called',
    call: 'booked',
    appointment: { id: Object(event).appointment.id, name: 'Vera Lind', startsAt: ten },
  })
  await his.hears(() => eventsIn(his.heard, 'appointments.changed').length > 0)
  await his.catchUp()
  assert.deepEqual(
    eventsIn(his.heard, 'appointment.called'),
    [],
    'whoever sees the calendar is told to look, not called',
  )
})

test('[A9] two who book in one conversation at the same moment wait for each other, and both are told', async () => {
  const { ben, marc, lyon } = cast
  const people = await Promise.all(['Ada Eins', 'Bea Zwei', 'Cia Drei', 'Dea Vier'].map(receiver))
  const reason = await receiving.reason({ takerIds: people.map(({ agentId }) => agentId) })
  const talk = await scene.talk(lyon, ben)
  await Promise.all(people.map((agent) => bookIn(talk, { agent, by: marc, reason })))
  assert.equal((await noticesOf(talk)).length, people.length)
})
