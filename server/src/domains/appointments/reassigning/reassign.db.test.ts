import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { uuid7 } from '#client/uuid7.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { Move } from '#server/domains/appointments/reassigning/reassign.ts'
import { type Bookings, bookingsAt } from '#server/testing/booking.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { untilQuiet } from '#server/testing/quiet.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

/** A Monday at eight in Paris. */
const monday = new Date('2026-03-02T07:00:00.000Z')

let post: MailServer
let clock: FakeClock
let cast: Cast
let receiving: ReturnType<typeof receivingAt>
let bookings: Bookings
before(async () => {
  post = await startMailServer()
  clock = fakeClock(monday)
  cast = await openCast({ clock, smtpUrl: post.url })
  receiving = receivingAt(cast)
  bookings = bookingsAt(cast)
})
after(async () => {
  await cast.comptoir.stop()
  await post.close()
})

const at = (time: string) => `2026-03-02T${time}:00.000Z`
const paramsOf = ({ organisationId, agentId }: Engaged) => ({ organisationId, agentId })

/** Somebody of Lyon who receives on that Monday, from nine to noon in Paris unless it says otherwise. */
async function receiver(name: string, hours: [string, string] | null = ['09:00', '12:00']): Promise<Engaged> {
  const agent = await receiving.engage(name)
  if (hours) await receiving.open(agent, { from: `2026-03-02T${hours[0]}`, to: `2026-03-02T${hours[1]}` })
  return agent
}
const reasonOf = (agents: readonly Engaged[], wish: Parameters<typeof receiving.reason>[0] = {}) =>
  receiving.reason({ takerIds: agents.map(({ agentId }) => agentId), reminders: [], ...wish })
const bookedWith = (agent: Engaged, reason: ReasonForAgent, time: string, email?: string) =>
  bookings.booked(reason, { agentId: agent.agentId, startsAt: at(time), ...(email && { email }) })

const askPlan = (agent: Engaged, wish: Record<string, unknown> = {}, by = cast.marc) =>
  make(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/reassignment/plan',
    by,
    params: { organisationId: by.organisationId, agentId: agent.agentId },
    body: wish,
  })
const plan = async (agent: Engaged, wish: { to?: Engaged; by?: Engaged } = {}) =>
  (
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/agents/:agentId/reassignment/plan',
      by: wish.by ?? cast.marc,
      params: paramsOf(agent),
      body: wish.to ? { agentId: wish.to.agentId } : {},
    })
  ).placings
const give = (agent: Engaged, moves: readonly Move[], by = cast.marc) =>
  make(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/reassignment',
    by,
    params: { organisationId: by.organisationId, agentId: agent.agentId },
    body: { moves },
  })
const moveOf = ({ id, version }: { id: Move['appointmentId']; version: number }, to: Engaged): Move => ({
  appointmentId: id,
  version,
  agentId: to.agentId,
})

test('[A9] who could take each appointment over is told, who not and why; whoever has least to do is proposed', async () => {
  const [lea, max, noe] = [await receiver('Léa Lang'), await receiver('Max Moll'), await receiver('Noé Nord')]
  const closed = await receiver('Zoé Zu', null)
  const absent = await receiver('Yann Yves')
  await receiving.open(absent, { kind: 'absence', from: '2026-03-02T08:00', to: '2026-03-02T13:00', label: 'Congé' })
  const stranger = await receiver('Xénia Xu')
  const reason = await reasonOf([lea, max, noe, closed, absent])
  const first = await bookedWith(lea, reason, '08:00')
  await bookedWith(lea, reason, '08:30')
  await bookedWith(max, reason, '08:00')

  const placings = await plan(lea)
  assert.deepEqual(
    placings.map(({ appointment }) => appointment.startsAt),
    [at('08:00'), at('08:30')],
  )
  const [early, late] = placings
  const whyOf = (placing: typeof early) =>
    Object.fromEntries(placing?.candidates.map(({ agent, why }) => [agent.id, why]) ?? [])
  const why = whyOf(early)
  assert.deepEqual(why[max.agentId], ['taken'])
  assert.deepEqual(why[noe.agentId], [])
  assert.deepEqual(why[closed.agentId], ['closed'])
  assert.deepEqual(why[absent.agentId], ['absent'])
  assert.deepEqual(why[stranger.agentId], ['reason'])
  assert.equal(why[lea.agentId], undefined, 'not to themselves')
  assert.equal(why[cast.ben.agentId], undefined, 'nor to who does not receive at all')
  assert.equal(early?.candidates[0]?.agent.id, noe.agentId, 'those who can come first')
  assert.equal(early?.agentId, noe.agentId)
  assert.deepEqual(whyOf(late)[max.agentId], [])
  assert.ok(late?.agentId === max.agentId || late?.agentId === noe.agentId)
  assert.deepEqual(await bookings.upcomingOf(noe), [], 'nothing has changed')

  const [toMax] = await plan(lea, { to: max })
  assert.deepEqual(toMax?.candidates, [{ agent: { id: max.agentId, name: 'Max Moll' }, why: ['taken'] }])
  assert.equal(toMax?.agentId, null)
  const [toBen] = await plan(lea, { to: cast.ben })
  assert.equal(toBen?.candidates[0]?.why[0], 'no-module', 'who is named is told of, whatever they are')
  assert.equal(first.version, 1)
})

test('[A9] of somebody who has none to come the plan is empty', async () => {
  const lea = await receiver('Léa Leer')
  assert.deepEqual(await plan(lea), [])
})

test('[A9] what is planned counts: several go to several, not all to whoever had least', async () => {
  const [lea, max, noe] = [await receiver('Léa Lang'), await receiver('Max Moll'), await receiver('Noé Nord')]
  const reason = await reasonOf([lea, max, noe])
  for (const time of ['08:00', '08:30', '09:00', '09:30']) await bookedWith(lea, reason, time)
  const heirs = (await plan(lea)).map(({ agentId }) => agentId)
  assert.deepEqual(heirs.toSorted(), [max, max, noe, noe].map(({ agentId }) => agentId).toSorted())
  const [alone, ...rest] = (await plan(lea, { to: noe })).map(({ agentId }) => agentId)
  assert.deepEqual(
    [alone, ...rest],
    [noe, noe, noe, noe].map(({ agentId }) => agentId),
    'one could take all of them',
  )
})

test('[A9] all are given at once; visitors are told, and the entry in their calendar changes in place', async () => {
  const [lea, max] = [await receiver('Léa Lang'), await receiver('Max Moll')]
  const reason = await reasonOf([lea, max])
  const email = 'vera.confiee@maison.example'
  const one = await bookedWith(lea, reason, '08:00', email)
  const two = await bookedWith(lea, reason, '08:30')
  const entryOf = (text = '') => {
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
    return event ? new ICAL.Event(event) : assert.fail('no entry')
  }
  const before = entryOf((await post.letterTo(email)).calendar?.text)
  const answer = await give(lea, [moveOf(one, max), moveOf(two, max)])
  assert.equal(verdictOf(answer), '200')
  const shown = Object(answer.body).appointments.map((item: { agent: { name: string }; version: number }) => [
    item.agent.name,
    item.version,
  ])
  assert.deepEqual(shown, [
    ['Max Moll', 2],
    ['Max Moll', 2],
  ])
  assert.deepEqual(await bookings.upcomingOf(lea), [])
  assert.deepEqual(await bookings.upcomingOf(max), [one.id, two.id])
  const letter = await post.letterTo(email)
  assert.equal(letter.calendar?.method, 'REQUEST')
  assert.match(letter.text, /Max/)
  const entry = entryOf(letter.calendar?.text)
  assert.deepEqual([entry.uid, entry.sequence], [before.uid, before.sequence + 1])
  assert.equal(entry.startDate.toJSDate().toISOString(), one.startsAt)
})

test('[A9] one that cannot be placed keeps all where they are, and each is told with why', async () => {
  const [lea, max] = [await receiver('Léa Lang'), await receiver('Max Moll', ['09:00', '10:00'])]
  const reason = await reasonOf([lea, max])
  const fits = await bookedWith(lea, reason, '08:00')
  const late = await bookedWith(lea, reason, '10:00')
  const stale = await bookedWith(lea, reason, '08:30')
  await untilQuiet(cast.comptoir)
  const letters = post.letters.length
  const answer = await give(lea, [moveOf(fits, max), moveOf(late, max), { ...moveOf(stale, max), version: 7 }])
  assert.equal(verdictOf(answer), '409 appointments.not-placed')
  assert.deepEqual(Object(answer.body).details.refused, [
    { appointmentId: late.id, why: ['closed'] },
    { appointmentId: stale.id, why: ['changed'] },
  ])
  assert.deepEqual(await bookings.upcomingOf(lea), [fits.id, stale.id, late.id])
  assert.deepEqual(await bookings.upcomingOf(max), [])
  await untilQuiet(cast.comptoir)
  assert.equal(post.letters.length, letters, 'nobody is told of what was refused')
  assert.equal(verdictOf(await give(lea, [moveOf(fits, max), moveOf(stale, max)])), '200', 'control')
  await untilQuiet(cast.comptoir)
  assert.equal(post.letters.length, letters + 2, 'control: of what was done they are')
  const again = await give(lea, [moveOf(fits, max)])
  assert.deepEqual(Object(again.body).details.refused, [{ appointmentId: fits.id, why: ['changed'] }])
})

test('[A9] those who are unfit, or no longer here, are given none', async () => {
  const [lea, max, idle] = [await receiver('Léa Lang'), await receiver('Max Moll'), await receiver('Ida Idle')]
  const reason = await reasonOf([lea, idle])
  const one = await bookedWith(lea, reason, '08:00')
  const whyOf = async (to: Engaged) => Object((await give(lea, [moveOf(one, to)])).body).details?.refused?.[0]?.why
  assert.deepEqual(await whyOf(max), ['reason'])
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.marc,
    params: paramsOf(idle),
    body: { active: false },
  })
  assert.deepEqual(await whyOf(idle), ['inactive'])
  for (const nobody of [cast.remi, cast.lou, cast.olga, lea])
    assert.equal(verdictOf(await give(lea, [moveOf(one, nobody)])), '404 request.not-found', nobody.name)
  assert.deepEqual(await bookings.upcomingOf(lea), [one.id])
})

test('[A9] who runs appointments gives them, where they run them; an agent not even their own', async () => {
  const [lea, max] = [await receiver('Léa Lang'), await receiver('Max Moll')]
  const reason = await reasonOf([lea, max])
  const one = await bookedWith(lea, reason, '08:00')
  const chief = await bookings.chief({ subAccountId: cast.lille.id })
  for (const [by, verdict] of [
    [lea, '403 access.refused'],
    [max, '404 request.not-found'],
    [cast.ben, '403 access.refused'],
    [chief, '404 request.not-found'],
    [cast.oscar, '404 request.not-found'],
  ] as const) {
    assert.equal(verdictOf(await askPlan(lea, {}, by)), verdict, by.name)
    assert.equal(verdictOf(await give(lea, [moveOf(one, max)], by)).slice(0, 3), verdict.slice(0, 3), by.name)
  }
  const elsewhere = await bookedWith(max, reason, '10:00')
  assert.equal(verdictOf(await askPlan(lea, { agentId: cast.olga.agentId })), '404 request.not-found')
  assert.equal(verdictOf(await askPlan(lea, { appointmentIds: [elsewhere.id] })), '404 request.not-found')
  assert.deepEqual(await bookings.upcomingOf(lea), [one.id])
  assert.equal(verdictOf(await give(lea, [moveOf(one, max)], cast.milo)), '200', 'control')
})

test('[A2] [A9] an appointment or a receiver out of reach answers as one that is not there, and none is given', async () => {
  const [lea, max] = [await receiver('Léa Lang'), await receiver('Max Moll')]
  const reason = await reasonOf([lea, max])
  const one = await bookedWith(lea, reason, '08:00')
  const lille = await receiving.engage('Lise Lille', cast.lille.id)
  await receiving.open(lille, { from: '2026-03-02T09:00', to: '2026-03-02T12:00' })
  const inLille = await receiving.reason({ takerIds: [lille.agentId], subAccountId: cast.lille.id })
  const foreign = await bookings.bookFor(lille, cast.ada, inLille, at('08:00'))
  assert.equal(verdictOf(foreign), '200', 'control')

  const answerTo = (move: Partial<Move>) => give(lea, [moveOf(one, max), { ...moveOf(one, max), ...move }])
  const noAppointment = await answerTo({ appointmentId: uuid7() as Move['appointmentId'] })
  assert.equal(verdictOf(noAppointment), '404 request.not-found')
  assert.equal((await answerTo({ appointmentId: Object(foreign.body).id })).text, noAppointment.text)
  const two = await bookedWith(lea, reason, '09:00')
  const nobody = await answerTo({ appointmentId: two.id, agentId: uuid7() as Move['agentId'] })
  assert.equal(verdictOf(nobody), '404 request.not-found')
  for (const { agentId } of [lille, cast.olga, cast.remi])
    assert.equal((await answerTo({ appointmentId: two.id, agentId })).text, nobody.text)
  assert.deepEqual(await bookings.upcomingOf(lea), [one.id, two.id])
  assert.equal(verdictOf(await answerTo({ appointmentId: two.id })), '200', 'control')
})

test('[A8] [A9] once all are given to others, the agent is removed; brought back, they get none of them', async () => {
  const [lea, max] = [await receiver('Léa Lang'), await receiver('Max Moll')]
  const reason = await reasonOf([lea, max])
  const one = await bookedWith(lea, reason, '08:00')
  const remove = () =>
    make(cast.origin, {
      route: 'DELETE /organisations/:organisationId/agents/:agentId',
      by: cast.ada,
      params: paramsOf(lea),
      body: {},
    })
  assert.equal(verdictOf(await remove()), '409 agents.holds-too-much')
  assert.equal(verdictOf(await give(lea, [moveOf(one, max)])), '200')
  assert.equal(verdictOf(await remove()), '200')
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/agents/:agentId/restoration',
    by: cast.ada,
    params: paramsOf(lea),
  })
  assert.deepEqual(await bookings.upcomingOf(lea), [])
  assert.deepEqual(await bookings.upcomingOf(max), [one.id])
})

test('[A9] given to somebody who is being removed, or booked at that moment: one of the two is done', async () => {
  for (let round = 0; round < 8; round++) {
    const [lea, max] = [await receiver('Léa Lang'), await receiver('Max Moll')]
    const reason = await reasonOf([lea, max])
    const one = await bookedWith(lea, reason, '08:00')
    const two = await bookedWith(lea, reason, '09:00')
    const isRemoval = round % 2 === 0
    const ways = [
      () => give(lea, [moveOf(two, max), moveOf(one, max)]),
      () =>
        isRemoval
          ? make(cast.origin, {
              route: 'DELETE /organisations/:organisationId/agents/:agentId',
              by: cast.ada,
              params: paramsOf(max),
              body: {},
            })
          : bookings.book(newPasser(cast.lyon), reason, { agentId: max.agentId, startsAt: at('09:00') }),
    ]
    if (round % 4 > 1) ways.reverse()
    const answers = (await Promise.all(ways.map((way) => way()))).map(verdictOf)
    const [given, other] = round % 4 > 1 ? answers.toReversed() : answers
    assert.ok((given === '200') !== (other === '200'), `${given} and ${other}`)
    assert.deepEqual(await bookings.upcomingOf(lea), given === '200' ? [] : [one.id, two.id], 'all or none')
    assert.equal((await bookings.upcomingOf(max)).length, given === '200' ? 2 : isRemoval ? 0 : 1)
  }
})

test('[A9] two give to each other’s people at once, in opposite orders; nobody waits for ever', async () => {
  for (let round = 0; round < 6; round++) {
    const [lea, max] = [await receiver('Léa Lang'), await receiver('Max Moll')]
    const heirs = [await receiver('Noé Nord'), await receiver('Zoé Zu')] as const
    const reason = await reasonOf([lea, max, ...heirs])
    const [one, two] = [await bookedWith(lea, reason, '08:00'), await bookedWith(lea, reason, '09:00')]
    const [three, four] = [await bookedWith(max, reason, '08:30'), await bookedWith(max, reason, '09:30')]
    const answers = await Promise.all([
      give(lea, [moveOf(one, heirs[0]), moveOf(two, heirs[1])]),
      give(max, [moveOf(three, heirs[1]), moveOf(four, heirs[0])], cast.ada),
    ])
    assert.deepEqual(answers.map(verdictOf), ['200', '200'])
  }
})
