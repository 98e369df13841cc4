import { uuid7 } from '#server/platform/ids.ts'
import type { Act } from '#server/testing/naive/act.ts'
import { upcomingOf } from '#server/testing/naive/appointment-acts.ts'
import { mayReceive } from '#server/testing/naive/reason-acts.ts'
import { mayRead } from '#server/testing/naive/rules.ts'
import type { Appointment, House, Reason, World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'
import { agentId, type Chooser, conversationId, idOf, subAccountId, versionOf } from './pick-ids.ts'

/** Few, so that they meet; now and then one that is over. */
const anHour = (dice: Dice): number => (dice.chance(0.04) ? -1 : dice.int(6))

export const reason: Chooser = (world, house, dice) => {
  const reasonId = idOf(world, house, dice, ({ reasons }) => reasons)
  const known = house.reasons.find(({ id }) => id === reasonId)
  const place = subAccountId(world, house, dice)
  const name = dice.pick(['Conseil', 'Atelier', 'Dégustation'])
  const takerIds = dice.chance(0.5)
    ? null
    : [agentId(world, house, dice, (agent) => !agent.removed && agent.modules.includes('appointments'))]
  const settings = { name, takerIds, visitorsChoose: dice.chance(0.6) }
  const make: Act = { act: 'make-reason', house, subAccountId: place, ...settings }
  if (!known && dice.chance(0.8)) return make
  return dice.pick<Act>([
    make,
    { act: 'change-reason', house, reasonId, ...settings, version: versionOf(known, dice) },
    { act: 'change-reason', house, reasonId, ...settings, version: versionOf(known, dice) },
    { act: known?.archived ? 'offer-reason' : 'archive-reason', house, reasonId },
  ])
}

/** One that somebody receives for, mostly. */
function reasonId(world: World, house: House, dice: Dice): string {
  const isAsked = (one: Reason) =>
    !one.archived && house.agents.some((agent) => agent.receives && mayReceive(agent, one))
  return idOf(world, house, dice, ({ reasons }) => reasons, house.reasons.filter(isAsked))
}

const addresses = ['lea.noel@exemple.example', 'zoe@exemple.example']

export const book: Chooser = (world, house, dice) => {
  const id = reasonId(world, house, dice)
  const known = house.reasons.find((one) => one.id === id)
  const there = house.channels.filter((channel) => channel.subAccountId === known?.subAccountId)
  const channelKey = there.length > 0 && dice.chance(0.9) ? dice.pick(there).key : dice.pick(house.channels).key
  const isFit = (agent: House['agents'][number]) => known !== undefined && mayReceive(agent, known)
  return {
    ...{ act: 'book', visitor: dice.pick(world.visitors), channelKey, reasonId: id, hour: anHour(dice) },
    ...{ agentId: dice.chance(0.6) ? null : agentId(world, house, dice, isFit), email: dice.pick(addresses) },
    bookingId: earlierOrNew(house, dice),
  }
}

export const bookFor: Chooser = (world, house, dice) => {
  const id = reasonId(world, house, dice)
  const known = house.reasons.find((one) => one.id === id)
  const receiver = agentId(world, house, dice, (agent) => known !== undefined && mayReceive(agent, known))
  const isRead = (one: House['conversations'][number]) =>
    house.agents.some((agent) => agent.id === receiver && mayRead(agent, one))
  return {
    ...{ act: 'book-for', house, reasonId: id, agentId: receiver, hour: anHour(dice), despite: dice.chance(0.7) },
    ...{ bookingId: earlierOrNew(house, dice), email: dice.pick(['', ...addresses]) },
    conversationId: dice.chance(0.6) ? null : conversationId(world, house, dice, isRead),
  }
}

/** Now and then one that was booked already, as by a device that lost the answer. */
const earlierOrNew = ({ appointments }: House, dice: Dice): string =>
  appointments.length > 0 && dice.chance(0.08) ? dice.pick(appointments).bookingId : uuid7()

/** One that stands, mostly. */
function appointmentId(world: World, house: House, dice: Dice): string {
  const standing = house.appointments.filter(({ cancelled }) => !cancelled)
  return idOf(world, house, dice, ({ appointments }) => appointments, standing)
}

/** Where none is known yet, mostly one is booked first. */
const onAppointment =
  (act: (of: { house: House; appointmentId: string; version: number }, dice: Dice) => Act): Chooser =>
  (world, house, dice) => {
    const id = appointmentId(world, house, dice)
    const known = house.appointments.find((one) => one.id === id)
    if (!known && dice.chance(0.8)) return bookFor(world, house, dice)
    return act({ house, appointmentId: id, version: versionOf(known, dice) }, dice)
  }

export const move = onAppointment((of, dice) => ({
  ...{ act: 'move-appointment', ...of, hour: anHour(dice), despite: dice.chance(0.7) },
}))

export const cancel = onAppointment((of) => ({ act: 'cancel-appointment', ...of }))

const conclude = onAppointment((of, dice) => ({
  ...{ act: 'conclude-appointment', ...of, state: dice.pick(['booked', 'honoured', 'missed']) },
}))

const askToMove = onAppointment(({ house, appointmentId: id }) => ({ act: 'ask-to-move', house, appointmentId: id }))

/** One or two of somebody's, to somebody else who might, mostly. */
export const reassign: Chooser = (world, house, dice) => {
  const id = appointmentId(world, house, dice)
  const known = house.appointments.find((one) => one.id === id)
  if (!known && dice.chance(0.8)) return bookFor(world, house, dice)
  const whose = known && dice.chance(0.95) ? known.agent : undefined
  const others = whose ? upcomingOf(house, whose).filter((one) => one !== known) : []
  const more = others.length > 0 && dice.chance(0.3) ? [dice.pick(others)] : []
  const given = [...(known ? [known] : []), ...more]
  const move = (one: Appointment) => ({
    ...{ appointmentId: one.id, version: versionOf(one, dice) },
    agentId: agentId(world, house, dice, (agent) => agent !== whose && agent.receives && mayReceive(agent, one.reason)),
  })
  return {
    ...{ act: 'reassign', house, agentId: whose?.id ?? agentId(world, house, dice) },
    moves:
      given.length > 0 ? given.map(move) : [{ appointmentId: id, version: 1, agentId: agentId(world, house, dice) }],
  }
}

/** [A8] Whoever is counted on: removed by somebody. */
export const removeWhoIsCountedOn: Chooser = (world, house, dice) => ({
  ...{ act: 'remove', house, heirId: null },
  agentId: agentId(world, house, dice, (agent) => upcomingOf(house, agent).length > 0),
})

export const aboutAppointments: Chooser[] = [
  ...[reason, book, book, book, bookFor, bookFor, bookFor, move, move, move],
  ...[cancel, conclude, askToMove, reassign, reassign, reassign, removeWhoIsCountedOn],
]
