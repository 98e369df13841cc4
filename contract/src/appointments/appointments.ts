import * as z from 'zod'
import { TimeZone } from '../channels.ts'
import { Count } from '../counts.ts'
import {
  AgentId,
  AppointmentId,
  BookingId,
  ConversationId,
  OrganisationId,
  ReasonId,
  SubAccountId,
  VisitorId,
} from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoutes } from '../route.ts'
import { Email, Instant, Language, Line, Prose } from '../text.ts'
import { appointmentPlaces, appointmentStates } from '../vocabulary.ts'

/** A visitor's booking with an agent, as agents see it. */
export const AppointmentForAgent = z.object({
  id: AppointmentId,
  version: z.int(),
  subAccountId: SubAccountId,
  reason: z.object({ id: ReasonId, name: z.string(), colour: z.string() }),
  agent: z.object({ id: AgentId, name: z.string() }),
  state: z.enum(appointmentStates),
  startsAt: Instant,
  endsAt: Instant,
  place: z.enum(appointmentPlaces),
  placeDetail: z.string(),
  /** Who comes. Null: entered by an agent, of nobody who was on a site. */
  visitorId: VisitorId.nullable(),
  name: z.string(),
  /** Empty: nobody to write to. */
  email: z.string(),
  phone: z.string(),
  /** What the visitor wrote with it; may be empty. */
  words: z.string(),
  language: z.string(),
  /** The visitor's. */
  zone: z.string(),
  /** Null: it stands in none, or in one out of the reader's reach. */
  conversationId: ConversationId.nullable(),
  bookedBy: z.enum(['visitor', 'agent']),
  /** Null unless cancelled. */
  cancelled: z.object({ by: z.enum(['visitor', 'agent']), why: z.string() }).nullable(),
  /** When the visitor was asked to choose another time, and has not yet. */
  askedToMoveAt: Instant.nullable(),
  createdAt: Instant,
  may: z.object({ keep: z.boolean(), reassign: z.boolean() }),
})
export type AppointmentForAgent = z.infer<typeof AppointmentForAgent>

const Span = z.object({ from: Instant, to: Instant })

/** One agent's part of a calendar, in the time that was asked for. */
export const CalendarLane = z.object({
  agent: z.object({
    id: AgentId,
    name: z.string(),
    active: z.boolean(),
    /** Null: of all. Those receive for a reason only where they were chosen. */
    subAccountId: SubAccountId.nullable(),
  }),
  zone: z.string(),
  openings: z.array(Span),
  absences: z.array(Span.extend({ label: z.string() })),
  holidays: z.array(Span.extend({ name: z.string() })),
  /** From their other calendar: when, never what. */
  busy: z.array(Span),
})
export type CalendarLane = z.infer<typeof CalendarLane>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofAppointment = inOrganisation.extend({ appointmentId: AppointmentId })
/** At most `limits.calendarDays`. */
const window = { from: Instant, to: Instant }

/** Whoever keeps the calendar may book outside openings and over another calendar's times, if they say so. */
const despite = z
  .array(z.enum(['closed', 'busy', 'holiday']))
  .max(3)
  .default([])

export const BookForVisitor = z.strictObject({
  bookingId: BookingId,
  reasonId: ReasonId,
  agentId: AgentId,
  startsAt: Instant,
  despite,
  name: Line(limits.nameLength),
  email: Email.nullable(),
  phone: Line(limits.phoneLength, 0),
  words: Prose(limits.appointmentWordsLength, 0),
  language: Language,
  zone: TimeZone,
  /** The conversation it comes from; null: none. */
  conversationId: ConversationId.nullable(),
})
export type BookForVisitor = z.infer<typeof BookForVisitor>

const refusesTime = [
  'access.refused',
  /** With details.why, and details.nearest: the next free times of this agent. */
  'appointments.not-free',
  /** Somebody else was given it a moment ago. With details.nearest. */
  'appointments.slot-taken',
  'appointments.past',
] as const
const refusesKept = ['access.refused', 'appointments.changed-meanwhile', 'appointments.over'] as const

export const appointmentRoutes = defineRoutes({
  'GET /organisations/:organisationId/appointments/calendar': {
    summary: 'Appointments the reader may see that meet a time, and when their agents are open, absent and busy',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    query: z.strictObject({ ...window, subAccountId: SubAccountId.optional() }),
    reply: z.object({ lanes: z.array(CalendarLane), appointments: z.array(AppointmentForAgent) }),
    refuses: ['access.refused', 'appointments.window-too-long'],
  },
  'GET /organisations/:organisationId/appointments/:appointmentId': {
    summary: 'An appointment',
    who: 'agent',
    key: 'conversations:read',
    params: ofAppointment,
    reply: AppointmentForAgent,
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/conversations/:conversationId/appointments': {
    summary: 'Appointments of a conversation’s visitor, as far as the reader may see them, the latest first',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation.extend({ conversationId: ConversationId }),
    reply: z.object({ appointments: z.array(AppointmentForAgent) }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/appointment-reasons/:reasonId/slots': {
    summary: 'Times that may be given for a reason, and with whom',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation.extend({ reasonId: ReasonId }),
    query: z.strictObject({ ...window, agentId: AgentId.optional() }),
    reply: z.object({ slots: z.array(z.object({ startsAt: Instant, agentIds: z.array(AgentId) })) }),
    refuses: ['access.refused', 'appointments.window-too-long'],
  },
  'POST /organisations/:organisationId/appointments': {
    summary: 'Book an appointment for somebody; the same booking sent again is one',
    who: 'agent',
    key: 'conversations:write',
    params: inOrganisation,
    body: BookForVisitor,
    reply: AppointmentForAgent,
    refuses: [...refusesTime, 'reasons.archived'],
  },
  'POST /organisations/:organisationId/appointments/:appointmentId/move': {
    summary: 'Give an appointment another time; its visitor is told',
    who: 'agent',
    key: 'conversations:write',
    params: ofAppointment,
    body: z.strictObject({ startsAt: Instant, despite, version: Count }),
    reply: AppointmentForAgent,
    refuses: [...refusesTime, ...refusesKept],
  },
  'POST /organisations/:organisationId/appointments/:appointmentId/cancellation': {
    summary: 'Cancel an appointment; its visitor is told why',
    who: 'agent',
    key: 'conversations:write',
    params: ofAppointment,
    body: z.strictObject({ why: Prose(limits.descriptionLength, 0), version: Count }),
    reply: AppointmentForAgent,
    refuses: refusesKept,
  },
  'POST /organisations/:organisationId/appointments/:appointmentId/outcome': {
    summary: 'Mark an appointment that has begun as honoured, missed, or neither yet',
    who: 'agent',
    key: 'conversations:write',
    params: ofAppointment,
    body: z.strictObject({ state: z.enum(['booked', 'honoured', 'missed']), version: Count }),
    reply: AppointmentForAgent,
    refuses: ['access.refused', 'appointments.changed-meanwhile', 'appointments.not-begun', 'appointments.over'],
  },
  'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move': {
    summary: 'Ask the visitor by letter to choose another time; until they do it stands',
    who: 'agent',
    key: 'conversations:write',
    params: ofAppointment,
    reply: AppointmentForAgent,
    refuses: ['access.refused', 'appointments.over', 'appointments.nobody-to-write-to'],
  },
})
