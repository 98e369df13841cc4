import * as z from 'zod'
import { Done } from '../accounts.ts'
import { Count } from '../counts.ts'
import { AgentId, OpeningId, OrganisationId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoutes } from '../route.ts'
import { Instant, Line } from '../text.ts'
import { isTimeZone } from '../wall-clock.ts'

/** A date and a time as a clock on the wall shows them, to the minute, of this century: 2026-11-23T09:00. */
export const WallTime = z
  .string()
  .regex(/^20[2-9]\d-\d\d-\d\dT\d\d:\d\d$/)
  .refine(isOnCalendars)
export type WallTime = z.infer<typeof WallTime>

/** The thirtieth of February is none: it would be read as the second of March. */
function isOnCalendars(text: string): boolean {
  const read = new Date(`${text}Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}

/** When somebody may be booked, or, as an absence, may not although they might; by the clocks of their zone. */
export const OpeningWish = z.strictObject({
  kind: z.enum(['opening', 'absence']),
  from: WallTime,
  to: WallTime,
  /** RFC 5545 without `RRULE:` and without times of day; UNTIL by the same clocks. Null: once. */
  rule: z
    .string()
    .max(limits.ruleLength)
    .regex(/^[A-Za-z\d=;:,+-]+$/)
    .nullable(),
  /** For colleagues: why somebody is absent. */
  label: Line(limits.nameLength, 0),
})
export type OpeningWish = z.infer<typeof OpeningWish>

export const Opening = z.object({ id: OpeningId, ...OpeningWish.shape, version: z.int() })
export type Opening = z.infer<typeof Opening>

/** As it was saved. */
export const SavedOpening = Opening.extend({
  /** Appointments to come that lie in an absence: they stay. Of an opening: none. */
  booked: z.int(),
})
export type SavedOpening = z.infer<typeof SavedOpening>

/** How an agent keeps time. */
export const CalendarSettings = z.strictObject({
  zone: z.string().max(limits.timeZoneLength).refine(isTimeZone),
  /** Whose public holidays they have: `FR`, or with a part of a country, `FR-57`. Null: none. */
  holidays: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,8})?$/)
    .nullable(),
  /** Another calendar of theirs, an .ics address, read as busy times. Null: none. */
  outsideUrl: z
    .url({ protocol: /^https?$/, normalize: true })
    .max(limits.urlLength)
    .nullable(),
})
export type CalendarSettings = z.infer<typeof CalendarSettings>

/** Why another calendar could not be read. */
export const outsideFaults = ['unreachable', 'too-slow', 'too-large', 'not-a-calendar', 'private-address'] as const

export const CalendarForAgent = z.object({
  agentId: AgentId,
  ...CalendarSettings.shape,
  /** Whoever knows the address reads the calendar: told to its owner alone, null for others. */
  outsideUrl: CalendarSettings.shape.outsideUrl,
  /** Openings and absences that are not over. */
  openings: z.array(Opening),
  outside: z.object({
    /** Whether there is one, also for whom its address is not shown. */
    isSet: z.boolean(),
    /** When it was last read well: busy times are of then. */
    readAt: Instant.nullable(),
    fault: z.enum(outsideFaults).nullable(),
  }),
  /** Whether they have an .ics feed of their own. */
  hasFeed: z.boolean(),
  /** 0: they have chosen nothing yet, and go by the clocks of their sub-account. */
  version: z.int(),
  may: z.object({ change: z.boolean() }),
})
export type CalendarForAgent = z.infer<typeof CalendarForAgent>

const ofAgent = z.object({ organisationId: OrganisationId, agentId: AgentId })
const ofOpening = ofAgent.extend({ openingId: OpeningId })
const refusesOpening = [
  ...([
    'access.refused',
    'openings.backwards',
    'openings.too-long',
    'openings.rule-unknown',
    'openings.never',
  ] as const),
  /** A time that the clocks skip or show twice, in `field`. */
  ...(['openings.no-such-time', 'openings.twice'] as const),
] as const

export const openingRoutes = defineRoutes({
  'GET /organisations/:organisationId/holiday-places': {
    summary: 'The countries, and parts of countries, whose public holidays are known, in the reader’s language',
    who: 'agent',
    key: 'organisation:read',
    params: z.object({ organisationId: OrganisationId }),
    reply: z.object({ places: z.array(z.object({ place: z.string(), name: z.string() })) }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/agents/:agentId/calendar': {
    summary: 'How an agent keeps time: zone, openings, absences, holidays, calendars outside',
    who: 'agent',
    key: 'conversations:read',
    params: ofAgent,
    reply: CalendarForAgent,
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/agents/:agentId/calendar': {
    summary: 'Change an agent’s zone, holidays and other calendar; openings keep their time by the clock',
    who: 'agent',
    key: 'conversations:write',
    params: ofAgent,
    body: CalendarSettings.extend({
      /** Absent: as it is. Others than its owner may only end it, by null. */
      outsideUrl: CalendarSettings.shape.outsideUrl.optional(),
      version: Count,
    }),
    reply: CalendarForAgent,
    refuses: [
      'access.refused',
      'calendars.changed-meanwhile',
      'calendars.holidays-unknown',
      'calendars.address-refused',
    ],
  },
  'POST /organisations/:organisationId/agents/:agentId/calendar/openings': {
    summary: 'Add an opening or an absence; what is booked in an absence stays, and is told',
    who: 'agent',
    key: 'conversations:write',
    params: ofAgent,
    body: OpeningWish,
    reply: SavedOpening,
    refuses: [...refusesOpening, 'openings.too-many'],
  },
  'PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': {
    summary: 'Change an opening or an absence',
    who: 'agent',
    key: 'conversations:write',
    params: ofOpening,
    body: OpeningWish.extend({ version: Count }),
    reply: SavedOpening,
    refuses: [...refusesOpening, 'openings.changed-meanwhile'],
  },
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': {
    summary: 'Remove an opening or an absence; appointments stay',
    who: 'agent',
    key: 'conversations:write',
    params: ofOpening,
    reply: Done,
    refuses: ['access.refused'],
  },
})

export const feedRoutes = defineRoutes({
  'POST /organisations/:organisationId/agents/:agentId/calendar/feed': {
    summary: 'Give the reader’s own calendar a secret address that other calendars may read; an earlier one ends',
    who: 'agent',
    // The address outlives any key.
    key: 'never',
    params: ofAgent,
    /** Told this once. */
    reply: z.object({ url: z.url() }),
    refuses: ['access.refused'],
  },
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/feed': {
    summary: 'End the secret address of the reader’s own calendar',
    who: 'agent',
    key: 'never',
    params: ofAgent,
    reply: Done,
    refuses: ['access.refused'],
  },
  'GET /calendars/:file': {
    summary: 'An agent’s appointments as a file other calendars subscribe to, by its secret: RFC 5545',
    who: 'anyone',
    params: z.object({
      /** The secret, and `.ics`. */
      file: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/),
    }),
    reply: z.custom<Uint8Array>((reply) => reply instanceof Uint8Array),
    media: 'text/calendar; charset=utf-8',
    perMinute: 30,
  },
})
