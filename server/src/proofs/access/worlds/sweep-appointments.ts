import assert from 'node:assert/strict'
import { uuid7 } from '#server/platform/ids.ts'
import { seesAppointment, seesReceiver } from '#server/testing/naive/appointment-acts.ts'
import { aroundAllHours } from '#server/testing/naive/hours.ts'
import { allows, mayRead, opens } from '#server/testing/naive/rules.ts'
import * as shows from '#server/testing/naive/shows-appointments.ts'
import { type Agent, type House, present, type Visitor } from '#server/testing/naive/world.ts'
import { make, verdictOf } from '#server/testing/wish.ts'
import { agrees } from './agrees.ts'
import { type Ask, type Stage, some } from './stage.ts'
import { ofConversation, ofHouse } from './wishes.ts'

const missing = '404 request.not-found'

/** Reasons, appointments and whose times they are in, as this reader may open them. */
export async function compareAppointments(stage: Stage, house: House, agent: Agent, ask: Ask): Promise<void> {
  const params = { organisationId: house.id }
  const who = `${agent.person.name}, ${agent.role}`
  const shut = agent.active ? '403 access.refused' : '403 access.inactive'
  const verdict = opens(agent, 'appointments') ? '200' : shut
  if (stage.dice.chance(0.4)) {
    const answer = await ask({ route: `GET ${ofHouse}/appointment-reasons`, params })
    assert.equal(verdictOf(answer), verdict, `reasons as ${who}`)
    const shown = shows.reasons(house, agent)
    if (shown) agrees(answer.body, shown, `reasons as ${who}`)
  }
  if (stage.dice.chance(0.6)) {
    const answer = await ask({ route: `GET ${ofHouse}/appointments/calendar`, params, query: aroundAllHours })
    assert.equal(verdictOf(answer), verdict, `the calendar as ${who}`)
    const appointments = shows.appointments(house, agent)
    if (appointments) {
      agrees(answer.body, { appointments }, `appointments as ${who}`)
      const said = (Object(answer.body).lanes as { agent: object }[]).map((lane) => lane.agent)
      agrees({ said }, { said: shows.lanes(house, agent) }, `whose times, as ${who}`)
      if (appointments.length > 0) stage.met('shown: appointments')
    }
  }
  await compareOneByOne(stage, { house, agent, verdict }, ask)
}

/** Appointments and people of both houses, and what is nowhere. */
async function compareOneByOne(
  stage: Stage,
  { house, agent, verdict }: { house: House; agent: Agent; verdict: string },
  ask: Ask,
): Promise<void> {
  const { houses } = stage.twin.naive
  const who = `${agent.person.name}, ${agent.role}`
  const all = houses.flatMap(({ appointments }) => appointments)
  for (const { id } of some(stage, [...all, { id: uuid7() }], 0.2)) {
    const params = { organisationId: house.id, appointmentId: id }
    const answer = await ask({ route: `GET ${ofHouse}/appointments/:appointmentId`, params })
    const one = house.appointments.find((each) => each.id === id)
    const isSeen = one !== undefined && seesAppointment(agent, one)
    assert.equal(verdictOf(answer), verdict === '200' && !isSeen ? missing : verdict, `${id} as ${who}`)
    if (isSeen && verdict === '200') agrees(answer.body, shows.appointment(agent, one), `${id} as ${who}`)
  }
  const conversations = houses.flatMap((each) => each.conversations)
  for (const { id } of some(stage, conversations, 0.15)) {
    const params = { organisationId: house.id, conversationId: id }
    const answer = await ask({ route: `GET ${ofConversation}/appointments`, params })
    const one = house.conversations.find((each) => each.id === id)
    const isSeen = one !== undefined && mayRead(agent, one)
    assert.equal(verdictOf(answer), verdict === '200' && !isSeen ? missing : verdict, `beside ${id} as ${who}`)
    if (!isSeen || verdict !== '200') continue
    const beside = shows.appointmentsBeside(house, agent, one)
    agrees(answer.body, beside, `beside ${id} as ${who}`)
    if (beside.appointments.length > 0) stage.met('shown: appointments beside a conversation')
  }
  const everybody = houses.flatMap(({ agents }) => agents)
  for (const { id } of some(stage, everybody, 0.15)) {
    const params = { organisationId: house.id, agentId: id }
    const answer = await ask({ route: `GET ${ofHouse}/agents/:agentId/calendar`, params })
    const one = present(house).find((each) => each.id === id)
    const isSeen = one !== undefined && seesReceiver(agent, one.id, one.subAccountId)
    assert.equal(verdictOf(answer), verdict === '200' && !isSeen ? missing : verdict, `times of ${id} as ${who}`)
    if (!isSeen || verdict !== '200') continue
    const mayChange = one === agent || allows(agent, 'appointments.change')
    agrees(answer.body, { agentId: id, may: { change: mayChange } }, `times of ${id} as ${who}`)
    assert.equal(Object(answer.body).openings.length > 0, one.receives, `openings of ${id} as ${who}`)
  }
}

/** A visitor’s own to come, and nobody else’s. */
export async function compareBookings(
  stage: Stage,
  { house, id, key, visitor }: { house: House; id: string; key: string; visitor: Visitor },
): Promise<void> {
  const answer = await make(stage.comptoir.url.origin, {
    route: 'GET /widget/:channelKey/bookings',
    by: stage.twin.visitorBrowser(visitor.token),
    params: { channelKey: key },
  })
  const shown = shows.appointmentsForVisitor(house, id, visitor)
  agrees(answer.body, shown, 'a visitor’s appointments')
  if (shown.appointments.length > 0) stage.met('shown: a visitor’s appointments')
}
