import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import type { ConversationId } from '#contract/ids.ts'
import { may } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import type { Reason } from '../reasons/index.ts'
import { type Appointment, isUpcoming, scopeOf } from './appointment.ts'

/** `reaches`: whether the reader may open the conversation it stands in. */
export function appointmentForAgent(
  appointment: Appointment,
  { reason, reader, reaches }: { reason: Reason; reader: Actor; reaches: (id: ConversationId) => boolean },
): AppointmentForAgent {
  const { conversationId, cancelled, askedToMoveAt } = appointment
  const scope = scopeOf(appointment)
  return {
    id: appointment.id,
    version: appointment.version,
    subAccountId: appointment.subAccountId,
    reason: { id: reason.id, name: reason.name, colour: reason.colour },
    agent: appointment.agent,
    state: appointment.state,
    startsAt: appointment.startsAt.toISOString(),
    endsAt: appointment.endsAt.toISOString(),
    place: appointment.place,
    placeDetail: appointment.placeDetail,
    visitorId: appointment.visitorId,
    name: appointment.name,
    email: appointment.email,
    phone: appointment.phone,
    words: appointment.words,
    language: appointment.language,
    zone: appointment.zone,
    conversationId: conversationId !== null && reaches(conversationId) ? conversationId : null,
    bookedBy: appointment.bookedBy === null ? 'visitor' : 'agent',
    cancelled,
    askedToMoveAt: askedToMoveAt?.toISOString() ?? null,
    createdAt: appointment.createdAt.toISOString(),
    may: {
      keep: may(reader, 'appointments.keep', scope),
      reassign: may(reader, 'appointments.reassign', scope),
    },
  }
}

/** What is written of a reason in a language, or in the first it has. */
export const textIn = ({ texts }: Pick<Reason, 'texts'>, language: string) =>
  texts.find((text) => text.language === language) ??
  texts.find((text) => text.language.split('-', 1)[0] === language.split('-', 1)[0]) ??
  texts[0] ?? { language, title: '', description: '' }

export function appointmentForVisitor(
  appointment: Appointment,
  around: {
    reason: Reason
    agent: AppointmentForVisitor['agent']
    organisationName: string
    colour: string
    now: Date
  },
): AppointmentForVisitor {
  const { state, startsAt, endsAt, cancelled } = appointment
  return {
    id: appointment.id,
    version: appointment.version,
    sequence: appointment.sequence,
    reasonId: appointment.reasonId,
    title: textIn(around.reason, appointment.language).title,
    agent: around.agent,
    state: cancelled ? 'cancelled' : isUpcoming({ state, startsAt }, around.now) ? 'booked' : 'over',
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place: appointment.place,
    placeDetail: appointment.placeDetail,
    zone: appointment.zone,
    organisationName: around.organisationName,
    colour: around.colour,
    askedToMove: appointment.askedToMoveAt !== null,
  }
}
