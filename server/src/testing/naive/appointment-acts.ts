import { type Act, no, type Outcome, yes } from './act.ts'
import { change, notice } from './conversation-acts.ts'
import { mayReceive, whyShut } from './reason-acts.ts'
import { allows, has, knowsColleague, mayRead } from './rules.ts'
import { spotOf } from './spot.ts'
import {
  type Agent,
  type Appointment,
  type Call,
  type Conversation,
  type Happening,
  type House,
  present,
  type Reason,
  type Visitor,
  type World,
} from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')
const past = no('422 appointments.past')
const over = no('409 appointments.over')
const notFree = no('409 appointments.not-free')
const taken = no('409 appointments.slot-taken')
const changedMeanwhile = no('409 appointments.changed-meanwhile')
const archived = no('409 reasons.archived')

/** By this name, every one of them. */
export const whoComes = 'Vera Lind'

/** How many of a visitor's may be to come. */
const bookingsPerVisitor = 5

/** [A8] All hours are to come: whatever was not called off. */
export const upcomingOf = (house: House, agent: Agent): Appointment[] =>
  house.appointments.filter((one) => one.agent === agent && !one.cancelled)

/** An agent sees their own; a manager the sub-account's; administrators and moderators all. */
export const seesReceiver = (agent: Agent, receiver: string, subAccountId: string | null): boolean =>
  receiver === agent.id || (allows(agent, 'appointments.run') && has(agent, subAccountId))

export const seesAppointment = (agent: Agent, { agent: receiver, subAccountId }: Appointment): boolean =>
  seesReceiver(agent, receiver.id, subAccountId)

const isTaken = (house: House, agent: Agent, hour: number, itself?: Appointment): boolean =>
  upcomingOf(house, agent).some((one) => one !== itself && one.hour === hour)

/** Hours before the first are over. */
const isPast = (hour: number): boolean => hour < 0

/** [A9] By a visitor: of those who are free then, or with the one they chose. */
export function book(world: World, act: Extract<Act, { act: 'book' }>): Outcome {
  const spot = spotOf(world, act)
  if (!spot) return missing
  const { house, channel, conversation } = spot
  const { visitor, agentId, hour, bookingId, email } = act
  const reason = house.reasons.find(({ id }) => id === act.reasonId)
  const earlier = house.appointments.find((one) => one.bookingId === bookingId)
  const isTheirs = ({ visitor: of }: Appointment) => of?.visitor === visitor && of.channelId === channel.id
  if (earlier && reason && isTheirs(earlier)) return yes()
  if (!reason || earlier || reason.subAccountId !== channel.subAccountId) return missing
  if (channel.state !== 'running') return no('409 channels.paused')
  if (reason.archived) return archived
  if (agentId !== null && !reason.visitorsChoose) return missing
  const theirs = house.appointments.filter((one) => isTheirs(one) && !one.cancelled)
  if (theirs.length >= bookingsPerVisitor) return no('409 appointments.too-many')
  const free = present(house).filter(
    (agent) => mayReceive(agent, reason) && agent.receives && !isPast(hour) && !isTaken(house, agent, hour),
  )
  const [first] = free.filter(({ id }) => agentId === null || id === agentId)
  if (!first) return notFree
  const booked = newAppointment({
    ...{ reason, agent: first, hour, bookingId, email, bookedBy: null },
    ...{ visitor: { visitor, channelId: channel.id }, conversation: conversation ?? null },
  })
  house.appointments.push(booked)
  const told = tell(house, null, [{ appointment: booked, how: 'booked' }])
  return yes(told, ({ id, agentId: given }) => {
    // Who has least to do receives: which of them that is, others prove.
    const agent = free.find((one) => one.id === given)
    if (!agent) throw new Error(`${given} was not free`)
    Object.assign(booked, { id, agent })
    for (const happening of told) {
      if (happening.what === 'appointments') happening.receivers = [{ agent, subAccountId: booked.subAccountId }]
      if (happening.what === 'called') happening.receiver.agent = agent
    }
    for (const { appointment } of conversation?.messages ?? [])
      if (appointment?.of === booked) appointment.agent = agent
  })
}

/** By an agent, for somebody: with themselves, or with those whose appointments they keep. */
export function bookFor(agent: Agent, act: Extract<Act, { act: 'book-for' }>): Outcome {
  const { house, agentId, hour, despite, bookingId, email, conversationId } = act
  const shut = whyShut(agent)
  if (shut) return shut
  const reason = house.reasons.find(({ id }) => id === act.reasonId)
  if (!reason || !has(agent, reason.subAccountId)) return missing
  if (!seesReceiver(agent, agentId, reason.subAccountId)) return missing
  const earlier = house.appointments.find((one) => one.bookingId === bookingId)
  if (earlier) return earlier.bookedBy === agent ? yes() : missing
  if (reason.archived) return archived
  if (isPast(hour)) return past
  const receiver = present(house).find(({ id }) => id === agentId)
  if (!receiver || !knowsColleague(agent, receiver)) return missing
  const why = whyNotFree(house, { receiver, reason, hour, despite })
  if (why) return why
  const conversation = house.conversations.find(({ id }) => id === conversationId) ?? null
  if (conversationId !== null && (!conversation || !mayRead(agent, conversation))) return missing
  const booked = newAppointment({
    ...{ reason, agent: receiver, hour, bookingId, email, bookedBy: agent, conversation },
    visitor: conversation && { visitor: conversation.visitor, channelId: conversation.channelId },
  })
  house.appointments.push(booked)
  return yes(tell(house, agent, [{ appointment: booked, how: 'booked' }]), ({ id }) => {
    booked.id = id
  })
}

/** Hours may be passed over by who says so; an appointment never. */
function whyNotFree(
  house: House,
  asked: { receiver: Agent; reason: Reason; hour: number; despite: boolean; itself?: Appointment },
): Outcome | null {
  const { receiver, reason, hour, despite, itself } = asked
  if (!mayReceive(receiver, reason) || !(receiver.receives || despite)) return notFree
  return isTaken(house, receiver, hour, itself) ? taken : null
}

const newAppointment = (
  given: Omit<Appointment, 'id' | 'subAccountId' | 'askedToMove' | 'cancelled' | 'version'>,
): Appointment => ({
  ...{ id: '', ...given, subAccountId: given.reason.subAccountId },
  ...{ askedToMove: false, cancelled: false, version: 1 },
})

/** What became of an appointment. `former`: who received until then. */
interface Told {
  appointment: Appointment
  how: 'booked' | 'moved' | 'cancelled' | 'reassigned' | 'asked-to-move'
  former?: Agent
}

/**
 * Calendars that are looked at; whoever receives, of what somebody else did; the conversations they stand in; and by letter whoever comes,
 * if there is an address. `by` null: the visitor.
 */
function tell(house: House, by: Agent | null, changes: Told[]): Happening[] {
  const happenings = changes.flatMap(({ appointment, how, former }): Happening[] => {
    const { agent, subAccountId, email } = appointment
    if (email !== '') house.appointmentLetters.push({ letterId: '', to: email })
    const called = (whom: Agent, call: Call): Happening[] =>
      whom === by ? [] : [{ what: 'called', house, receiver: { agent: whom, subAccountId }, call, appointment }]
    const receivers = [agent, ...(former ? [former] : [])].map((one) => ({ agent: one, subAccountId }))
    return [
      { what: 'appointments', house, receivers },
      ...(former ? [...called(agent, 'given'), ...called(former, 'taken')] : []),
      ...(how === 'booked' || how === 'moved' || how === 'cancelled' ? called(agent, how) : []),
    ]
  })
  const told = changes.filter(({ how }) => how !== 'asked-to-move')
  const conversations = new Set(told.map(({ appointment }) => appointment.conversation))
  for (const conversation of conversations)
    if (conversation) {
      const here = told.filter(({ appointment }) => appointment.conversation === conversation)
      const [first] = here.filter(({ how }) => how === 'booked')
      const called = first ? introduced(conversation, first.appointment) : conversation.called
      happenings.push(change(house, conversation, { called }, here.map(noticeBy(by))))
    }
  return happenings
}

/** Whoever books is known by what they gave, where nobody knew it. */
const introduced = ({ called }: Pick<Conversation, 'called'>, { email }: Appointment) => ({
  name: called.name ?? whoComes,
  email: called.email ?? (email || null),
})

/** Who somebody is before they say a word: by what they booked. */
export const calledByBooking = (house: House, visitor: Visitor, channelId: string): Conversation['called'] =>
  house.appointments
    .filter(({ visitor: of }) => of?.visitor === visitor && of.channelId === channelId)
    .reduce((called, booked) => introduced({ called }, booked), { name: null, email: null } as Conversation['called'])

const noticeBy =
  (by: Agent | null) =>
  ({ appointment, how }: Told) => ({
    ...notice(how === 'asked-to-move' ? null : `appointment-${how}`, by),
    appointment: { of: appointment, hour: appointment.hour, agent: appointment.agent },
  })

type OnAppointment = 'move-appointment' | 'cancel-appointment' | 'conclude-appointment' | 'ask-to-move'

/** One appointment, by whoever keeps the calendar it stands in. */
export function keepAppointment(agent: Agent, act: Extract<Act, { act: OnAppointment }>): Outcome {
  const { house } = act
  const shut = whyShut(agent)
  if (shut) return shut
  const appointment = house.appointments.find(({ id }) => id === act.appointmentId)
  if (!appointment || !seesAppointment(agent, appointment)) return missing
  // What was called off may be of somebody who left since.
  if (appointment.agent.removed) return changedMeanwhile
  switch (act.act) {
    case 'move-appointment':
      return move(agent, appointment, act)
    case 'cancel-appointment':
      if (appointment.cancelled) return over
      if (appointment.version !== act.version) return changedMeanwhile
      Object.assign(appointment, { cancelled: true, askedToMove: false, version: appointment.version + 1 })
      return yes(tell(house, agent, [{ appointment, how: 'cancelled' }]))
    case 'conclude-appointment':
      if (act.state === 'booked' && !appointment.cancelled) return yes()
      if (appointment.version !== act.version) return changedMeanwhile
      return appointment.cancelled ? over : no('409 appointments.not-begun')
    case 'ask-to-move':
      if (appointment.cancelled) return over
      if (appointment.email === '') return no('422 appointments.nobody-to-write-to')
      if (appointment.askedToMove) return yes()
      Object.assign(appointment, { askedToMove: true, version: appointment.version + 1 })
      return yes(tell(house, agent, [{ appointment, how: 'asked-to-move' }]))
  }
}

function move(by: Agent, appointment: Appointment, act: Extract<Act, { act: 'move-appointment' }>): Outcome {
  const { house, hour, despite } = act
  if (appointment.hour === hour) return yes()
  if (appointment.cancelled) return over
  if (appointment.version !== act.version) return changedMeanwhile
  if (isPast(hour)) return past
  const { agent: receiver, reason } = appointment
  const why = whyNotFree(house, { receiver, reason, hour, despite, itself: appointment })
  if (why) return why
  Object.assign(appointment, { hour, askedToMove: false, version: appointment.version + 1 })
  return yes(tell(house, by, [{ appointment, how: 'moved' }]))
}

/** [A9] To agents who may take the reason and are free then: all of them or none. */
export function reassign(agent: Agent, { house, agentId, moves }: Extract<Act, { act: 'reassign' }>): Outcome {
  const shut = whyShut(agent)
  if (shut) return shut
  const given: { appointment: Appointment; receiver: Agent; version: number }[] = []
  for (const { agentId: id } of moves) {
    const receiver = present(house).find((one) => one.id === id)
    if (id === agentId || !receiver || !knowsColleague(agent, receiver)) return missing
  }
  for (const { appointmentId, agentId: id, version } of moves) {
    const appointment = house.appointments.find((one) => one.id === appointmentId)
    const receiver = present(house).find((one) => one.id === id)
    if (!appointment || !receiver || !seesAppointment(agent, appointment)) return missing
    if (!allows(agent, 'appointments.run')) return refused
    given.push({ appointment, receiver, version })
  }
  if (given.every(({ appointment }) => appointment.agent.id !== agentId)) {
    const whose = present(house).find(({ id }) => id === agentId)
    if (!whose || !seesReceiver(agent, whose.id, whose.subAccountId)) return missing
  }
  const isPlaced = given.every(
    ({ appointment, receiver, version }) =>
      appointment.version === version &&
      appointment.agent.id === agentId &&
      !appointment.cancelled &&
      whyNotFree(house, { receiver, reason: appointment.reason, hour: appointment.hour, despite: false }) === null,
  )
  if (!isPlaced) return no('409 appointments.not-placed')
  const changes = given.map(({ appointment, receiver }): Told => {
    const former = appointment.agent
    Object.assign(appointment, { agent: receiver, version: appointment.version + 1 })
    return { appointment, how: 'reassigned', former }
  })
  return yes(tell(house, agent, changes))
}
