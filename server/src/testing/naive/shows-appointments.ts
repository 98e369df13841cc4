import { seesAppointment, seesReceiver, whoComes } from './appointment-acts.ts'
import { instantOf } from './hours.ts'
import { takersOf } from './reason-acts.ts'
import { allows, has, holds, knowsColleague, mayRead, opens } from './rules.ts'
import { type Agent, type Appointment, type Conversation, type House, present, type Visitor } from './world.ts'

/** What may be booked in the sub-accounts one has; null for whom nothing of appointments opens. */
export function reasons(house: House, reader: Agent) {
  if (!opens(reader, 'appointments')) return null
  const mayChange = allows(reader, 'appointments.change')
  return {
    reasons: house.reasons
      .filter(({ subAccountId }) => has(reader, subAccountId))
      .map((reason) => {
        const { id, subAccountId, name, visitorsChoose, version, archived } = reason
        const takers = takersOf(house, reason)
        return {
          ...{ id, subAccountId, name, visitorsChoose, version, ...(!archived && { archivedAt: null }) },
          takerIds: takers === null ? null : takers.map((one) => one.id),
          takers: takers === null ? null : takers.filter((one) => knowsColleague(reader, one)).map(named),
          may: { change: mayChange },
        }
      }),
    mayMakeIn: house.subAccounts
      .filter(({ id, archived }) => !archived && mayChange && has(reader, id))
      .map(({ id }) => id),
  }
}

const named = ({ id, name }: Agent) => ({ id, name })

/** One appointment, to somebody who sees it. */
export function appointment(reader: Agent, shown: Appointment) {
  const { id, version, subAccountId, reason, agent, hour, email, conversation, bookedBy, cancelled, askedToMove } =
    shown
  return {
    ...{ id, version, subAccountId, reason: { id: reason.id, name: reason.name }, startsAt: instantOf(hour) },
    ...{ agent: { id: agent.id, name: agent.name }, state: cancelled ? 'cancelled' : 'booked', name: whoComes, email },
    conversationId: conversation && mayRead(reader, conversation) ? conversation.id : null,
    bookedBy: bookedBy ? 'agent' : 'visitor',
    cancelled: cancelled ? { by: 'agent' } : null,
    ...(!askedToMove && { askedToMoveAt: null }),
    may: { keep: true, reassign: allows(reader, 'appointments.run') },
  }
}

/** Everything one sees, called off or not; null for whom nothing of it opens. */
export const appointments = (house: House, reader: Agent) =>
  opens(reader, 'appointments')
    ? house.appointments.filter((one) => seesAppointment(reader, one)).map((one) => appointment(reader, one))
    : null

/** Of whoever talks in a conversation, on the channel they talk on. */
export const appointmentsBeside = (house: House, reader: Agent, conversation: Conversation) => ({
  appointments: house.appointments
    .filter(
      (one) => one.conversation === conversation || isOfVisitor(one, conversation.channelId, conversation.visitor),
    )
    .filter((one) => seesAppointment(reader, one))
    .map((one) => appointment(reader, one)),
})

const isOfVisitor = ({ visitor: who }: Appointment, channelId: string, visitor: Visitor): boolean =>
  who?.visitor === visitor && who.channelId === channelId

/** Whose times one sees beside them: who holds the module, or has one of these. */
export const lanes = (house: House, reader: Agent) =>
  present(house)
    .filter(
      (agent) =>
        seesReceiver(reader, agent.id, agent.subAccountId) &&
        (holds(agent, 'appointments') ||
          house.appointments.some((one) => one.agent === agent && seesAppointment(reader, one))),
    )
    .map(({ id, name, active, subAccountId }) => ({ id, name, active, subAccountId }))

/** A visitor's own, on the channel they booked on. */
export const appointmentsForVisitor = (house: House, channelId: string, visitor: Visitor) => ({
  appointments: house.appointments
    .filter((one) => !one.cancelled && isOfVisitor(one, channelId, visitor))
    .map(({ id, version, reason, agent, hour, askedToMove }) => ({
      ...{ id, version, reasonId: reason.id, agent: { id: agent.id }, state: 'booked', startsAt: instantOf(hour) },
      askedToMove,
    })),
})
