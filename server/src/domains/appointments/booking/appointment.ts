import type {
  AgentId,
  AppointmentId,
  BookingId,
  ChannelId,
  ConversationId,
  ReasonId,
  SubAccountId,
  VisitorId,
} from '#contract/ids.ts'
import type { AppointmentPlace, AppointmentState } from '#contract/vocabulary.ts'
import { minuteMs, type Span } from '#contract/wall-clock.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { AppointmentScope } from '../../access/index.ts'

/** A visitor's booking with an agent. */
export interface Appointment {
  id: AppointmentId
  subAccountId: SubAccountId
  reasonId: ReasonId
  /** Who receives, by the name they had when they were given it. */
  agent: { id: AgentId; name: string }
  state: AppointmentState
  startsAt: Date
  endsAt: Date
  /** From its beginning to its end, with what is kept free around it. */
  keptFree: { from: Date; to: Date }
  place: AppointmentPlace
  placeDetail: string
  /** Who comes. */
  visitorId: VisitorId | null
  conversationId: ConversationId | null
  channelId: ChannelId | null
  name: string
  /** Empty: nobody to write to. */
  email: string
  phone: string
  words: string
  language: string
  /** The visitor's. */
  zone: string
  /** Null: the visitor. */
  bookedBy: AgentId | null
  bookingId: BookingId
  linkToken: string
  /** Of its .ics: grows with each change that the visitor is told. */
  sequence: number
  askedToMoveAt: Date | null
  cancelled: { by: 'visitor' | 'agent'; why: string } | null
  version: number
  createdAt: Date
  changedAt: Date
}

export const scopeOf = ({ agent, subAccountId }: Pick<Appointment, 'agent' | 'subAccountId'>): AppointmentScope => ({
  agentId: agent.id,
  subAccountId,
})

/** When it is, and what it keeps free of others. */
export interface Times {
  startsAt: Date
  endsAt: Date
  keptFree: { from: Date; to: Date }
}

export function timesAt(
  startsAt: Date,
  reason: { minutes: number; beforeMinutes: number; afterMinutes: number },
): Times {
  const endsAt = later(startsAt, reason.minutes)
  return {
    startsAt,
    endsAt,
    keptFree: { from: later(startsAt, -reason.beforeMinutes), to: later(endsAt, reason.afterMinutes) },
  }
}

/** The same length and the same distance from others, at another time: what was agreed stays, whatever the reason asks by now. */
export function timesMovedTo(startsAt: Date, { startsAt: was, endsAt, keptFree }: Times): Times {
  const byMs = startsAt.getTime() - was.getTime()
  const shifted = (at: Date) => new Date(at.getTime() + byMs)
  return { startsAt, endsAt: shifted(endsAt), keptFree: { from: shifted(keptFree.from), to: shifted(keptFree.to) } }
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minuteMs)

export const spanOf = ({ startsAt, endsAt }: Pick<Times, 'startsAt' | 'endsAt'>): Span => ({
  from: startsAt.getTime(),
  to: endsAt.getTime(),
})

/** To come, and not called off: what keeps somebody from leaving, and what may still be moved. */
export const isUpcoming = ({ state, startsAt }: Pick<Appointment, 'state' | 'startsAt'>, now: Date): boolean =>
  state === 'booked' && startsAt > now

/** @refuses appointments.over */
export function refuseOver(appointment: Appointment, now: Date): void {
  if (!isUpcoming(appointment, now)) throw refusal('appointments.over')
}

/** @refuses appointments.changed-meanwhile */
export function refuseStale(appointment: Appointment, version: number): void {
  if (appointment.version !== version) throw refusal('appointments.changed-meanwhile')
}

/** One more version; of what its visitor is told, one more of their calendar's entry too. */
const changed = (appointment: Appointment, now: Date): Appointment => ({
  ...appointment,
  version: appointment.version + 1,
  changedAt: now,
})
const told = (appointment: Appointment, now: Date): Appointment => ({
  ...changed(appointment, now),
  sequence: appointment.sequence + 1,
})

export const moveTo = (appointment: Appointment, times: Times, now: Date): Appointment => ({
  ...told(appointment, now),
  ...times,
  askedToMoveAt: null,
})

/** Somebody else receives, at the same time. */
export const giveTo = (appointment: Appointment, agent: Appointment['agent'], now: Date): Appointment => ({
  ...told(appointment, now),
  agent: { id: agent.id, name: agent.name },
})

export const cancel = (
  appointment: Appointment,
  cancelled: NonNullable<Appointment['cancelled']>,
  now: Date,
): Appointment => ({ ...told(appointment, now), state: 'cancelled', cancelled, askedToMoveAt: null })

export const askToMove = (appointment: Appointment, now: Date): Appointment => ({
  ...changed(appointment, now),
  askedToMoveAt: now,
})

/**
 * What came of it, or nothing yet.
 *
 * @refuses appointments.over when it was cancelled | appointments.not-begun
 */
export function conclude(
  appointment: Appointment,
  state: Exclude<AppointmentState, 'cancelled'>,
  now: Date,
): Appointment {
  if (appointment.state === 'cancelled') throw refusal('appointments.over')
  if (appointment.startsAt > now) throw refusal('appointments.not-begun')
  return { ...changed(appointment, now), state }
}
