import * as z from 'zod'
import { Count } from '../counts.ts'
import { AgentId, OrganisationId, ReasonId, SubAccountId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoutes } from '../route.ts'
import { Instant, Language, Line, Name, Prose } from '../text.ts'
import { appointmentPlaces } from '../vocabulary.ts'

const Minutes = (min: number, max: number) => z.int().min(min).max(max)
const Colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** What visitors read of a reason in one language. */
export const ReasonText = z.strictObject({
  language: Language,
  title: Line(limits.nameLength),
  description: Prose(limits.descriptionLength, 0),
})
export type ReasonText = z.infer<typeof ReasonText>

/** Everything the form of a reason shows. */
export const ReasonSettings = z.strictObject({
  /** For the team. */
  name: Name,
  /** The first is shown to whoever reads none of them. */
  texts: z
    .array(ReasonText)
    .min(1)
    .max(limits.languagesPerChannel)
    .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length, {
      params: { problem: 'repeated' },
    }),
  colour: Colour,
  place: z.enum(appointmentPlaces),
  /** The address; for a video talk its link. Empty for the phone. */
  placeDetail: Prose(limits.placeDetailLength, 0),
  minutes: Minutes(limits.reasonMinutesMin, limits.reasonMinutesMax),
  /** From one offered beginning to the next. */
  everyMinutes: Minutes(limits.reasonMinutesMin, limits.reasonMinutesMax),
  /** Kept free of other appointments before and after one of these. */
  beforeMinutes: Minutes(0, limits.bufferMinutesMax),
  afterMinutes: Minutes(0, limits.bufferMinutesMax),
  /** How long beforehand visitors book, and how far ahead. Agents are not bound by either. */
  noticeMinutes: Minutes(0, limits.noticeMinutesMax),
  aheadDays: z.int().min(1).max(limits.aheadDaysMax),
  /** Minutes before the beginning at which the visitor is reminded by letter. */
  reminders: z.array(Minutes(5, limits.noticeMinutesMax)).max(limits.remindersPerReason),
  /** Null: everybody of the sub-account who holds the module. */
  takerIds: z.array(AgentId).min(1).max(limits.takersPerReason).nullable(),
  /** Whether visitors may say with whom. */
  visitorsChoose: z.boolean(),
})
export type ReasonSettings = z.infer<typeof ReasonSettings>

export const ReasonForAgent = z.object({
  id: ReasonId,
  subAccountId: SubAccountId,
  ...ReasonSettings.shape,
  /** Whoever was removed is none of them; it may be nobody that is left. */
  takerIds: z.array(AgentId).nullable(),
  /** Those of whom the reader knows, by name. */
  takers: z.array(z.object({ id: AgentId, name: z.string() })).nullable(),
  version: z.int(),
  /** Null: offered. What was booked for it stands. */
  archivedAt: Instant.nullable(),
  may: z.object({ change: z.boolean() }),
})
export type ReasonForAgent = z.infer<typeof ReasonForAgent>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofReason = inOrganisation.extend({ reasonId: ReasonId })
const refusesSettings = [
  ...(['access.refused', 'reasons.name-taken', 'reasons.taker-unfit', 'reasons.place-missing'] as const),
] as const

export const reasonRoutes = defineRoutes({
  'GET /organisations/:organisationId/appointment-reasons': {
    summary: 'What visitors of the sub-accounts the reader knows may book an appointment for, archived ones included',
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: z.object({ reasons: z.array(ReasonForAgent), mayMakeIn: z.array(SubAccountId) }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/appointment-reasons': {
    summary: 'Make a reason of a sub-account',
    who: 'agent',
    key: 'organisation:write',
    params: inOrganisation,
    body: ReasonSettings.extend({ subAccountId: SubAccountId }),
    reply: ReasonForAgent,
    refuses: [...refusesSettings, 'reasons.too-many'],
  },
  'PUT /organisations/:organisationId/appointment-reasons/:reasonId': {
    summary: 'Change a reason; what was booked keeps its time and place',
    who: 'agent',
    key: 'organisation:write',
    params: ofReason,
    body: ReasonSettings.extend({
      /** The version that was read: saving over somebody else's change is refused. */
      version: Count,
    }),
    reply: ReasonForAgent,
    refuses: [...refusesSettings, 'reasons.changed-meanwhile'],
  },
  'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving': {
    summary: 'Archive a reason: nobody books it any more',
    who: 'agent',
    key: 'organisation:write',
    params: ofReason,
    reply: ReasonForAgent,
    refuses: ['access.refused'],
  },
  'DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving': {
    summary: 'Offer an archived reason again',
    who: 'agent',
    key: 'organisation:write',
    params: ofReason,
    reply: ReasonForAgent,
    refuses: ['access.refused', 'reasons.too-many'],
  },
})
