import * as z from 'zod'
import { TimeZone } from '../channels.ts'
import { Count } from '../counts.ts'
import { AgentId, AppointmentId, BookingId, ReasonId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoutes } from '../route.ts'
import { Email, Instant, Language, Line, Prose, Token } from '../text.ts'
import { AgentForVisitor, ChannelKey } from '../visitors.ts'
import { appointmentPlaces } from '../vocabulary.ts'

/** What visitors may book. */
export const ReasonForVisitor = z.object({
  id: ReasonId,
  title: z.string(),
  description: z.string(),
  minutes: z.int(),
  place: z.enum(appointmentPlaces),
  /** The address, where it is on site; a video link is told once it is booked. */
  placeDetail: z.string(),
  /** Whom one may choose; empty: whoever is free. */
  agents: z.array(AgentForVisitor),
})
export type ReasonForVisitor = z.infer<typeof ReasonForVisitor>

export const AppointmentForVisitor = z.object({
  id: AppointmentId,
  version: z.int(),
  /** How often its time or receiver was changed: numbers its entry in calendars (RFC 5545, SEQUENCE). */
  sequence: z.int(),
  reasonId: ReasonId,
  title: z.string(),
  agent: AgentForVisitor,
  /** Over: it has begun. */
  state: z.enum(['booked', 'cancelled', 'over']),
  startsAt: Instant,
  endsAt: Instant,
  place: z.enum(appointmentPlaces),
  placeDetail: z.string(),
  zone: z.string(),
  organisationName: z.string(),
  /** Of the channel it was booked on. */
  colour: z.string(),
  /** Whether they were asked to choose another time. */
  askedToMove: z.boolean(),
})
export type AppointmentForVisitor = z.infer<typeof AppointmentForVisitor>

export const Book = z.strictObject({
  reasonId: ReasonId,
  /** Absent: whoever is free. */
  agentId: AgentId.optional(),
  startsAt: Instant,
  name: Line(limits.nameLength),
  email: Email,
  /** Asked for where the place is the phone. */
  phone: Line(limits.phoneLength, 0).default(''),
  words: Prose(limits.appointmentWordsLength, 0).default(''),
  language: Language,
  zone: TimeZone,
})
export type Book = z.infer<typeof Book>

const ofChannel = z.object({ channelKey: ChannelKey })
const ofLink = z.strictObject({ token: Token })
const window = { from: Instant, to: Instant }
const slots = z.object({ slots: z.array(Instant) })
const refusesSlot = ['appointments.slot-taken', 'appointments.not-free'] as const

export const bookingRoutes = defineRoutes({
  'GET /widget/:channelKey/booking/reasons': {
    summary: 'What may be booked on a channel, in the visitor’s language',
    who: 'anyone',
    params: ofChannel,
    query: z.strictObject({ languages: Line(limits.wantedLanguagesLength, 0).optional() }),
    reply: z.object({ organisationName: z.string(), reasons: z.array(ReasonForVisitor) }),
    refuses: ['channels.site-refused'],
  },
  'GET /widget/:channelKey/booking/reasons/:reasonId/slots': {
    summary: 'Free times for a reason, with anybody or with one agent',
    who: 'anyone',
    params: ofChannel.extend({ reasonId: ReasonId }),
    query: z.strictObject({ ...window, agentId: AgentId.optional() }),
    reply: slots,
    refuses: ['channels.site-refused', 'appointments.window-too-long'],
    perMinute: 60,
  },
  'PUT /widget/:channelKey/bookings/:bookingId': {
    summary: 'Book an appointment; the same booking sent again is one',
    who: 'visitor',
    params: ofChannel.extend({ bookingId: BookingId }),
    body: Book,
    reply: AppointmentForVisitor,
    refuses: [
      ...refusesSlot,
      'channels.site-refused',
      'channels.paused',
      'appointments.too-many',
      'appointments.phone-missing',
    ],
    perMinute: 10,
  },
  'GET /widget/:channelKey/bookings': {
    summary: 'The visitor’s own appointments to come',
    who: 'visitor',
    params: ofChannel,
    reply: z.object({ appointments: z.array(AppointmentForVisitor) }),
    refuses: ['channels.site-refused'],
  },
  'POST /appointment-links/view': {
    summary: 'An appointment, by the secret of its letter',
    who: 'anyone',
    body: ofLink,
    reply: AppointmentForVisitor,
    refuses: ['appointments.link-unknown'],
    perMinute: 30,
  },
  'POST /appointment-links/slots': {
    summary: 'Other times for an appointment, by the secret of its letter',
    who: 'anyone',
    body: ofLink.extend(window),
    reply: slots,
    refuses: ['appointments.link-unknown', 'appointments.over', 'appointments.window-too-long'],
    perMinute: 60,
  },
  'POST /appointment-links/move': {
    summary: 'Move an appointment, by the secret of its letter',
    who: 'anyone',
    body: ofLink.extend({ startsAt: Instant, version: Count }),
    reply: AppointmentForVisitor,
    refuses: ['appointments.link-unknown', 'appointments.over', 'appointments.changed-meanwhile', ...refusesSlot],
    perMinute: 10,
  },
  'POST /appointment-links/cancel': {
    summary: 'Cancel an appointment, by the secret of its letter',
    who: 'anyone',
    body: ofLink.extend({ why: Prose(limits.descriptionLength, 0).default(''), version: Count }),
    reply: AppointmentForVisitor,
    refuses: ['appointments.link-unknown', 'appointments.over', 'appointments.changed-meanwhile'],
    perMinute: 10,
  },
})
