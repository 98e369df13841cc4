import * as z from 'zod'
import { Count } from './counts.ts'
import { ChannelId, OrganisationId, QuestionnaireId, SubAccountId } from './ids.ts'
import { limits } from './limits.ts'
import { minutesPerDay } from './opening.ts'
import { defineRoutes } from './route.ts'
import { Language, Line, Name } from './text.ts'
import { absences, channelKinds, channelStates, sides } from './vocabulary.ts'
import { isTimeZone } from './wall-clock.ts'

/**
 * What the widget says in one language. An empty text means the product's own words where it has some in that language, else
 * the text of the channel's first language.
 */
export const ChannelTexts = z.strictObject({
  title: Line(limits.channelTextLength, 0),
  greeting: Line(limits.channelTextLength, 0),
  /** While nobody can answer. */
  away: Line(limits.channelTextLength, 0).default(''),
  /** Asked once a conversation was closed, with the levels to rate it by. */
  rating: Line(limits.channelTextLength, 0).default(''),
})
export type ChannelTexts = z.infer<typeof ChannelTexts>

/**
 * A site the widget may run on: a host with an optional port ("shop.example", "localhost:8080"), or "*.shop.example" for
 * every host below. Lower-cased; no scheme, no path.
 */
export const Site = Line(limits.siteLength).pipe(
  z
    .string()
    .toLowerCase()
    .regex(/^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:[0-9]{1,5})?$/),
)

/** #rrggbb */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** At which lower corner of a page the launcher stands, and how far from its edges. */
export const WidgetPosition = z.strictObject({
  side: z.enum(sides),
  sidePx: z.int().min(0).max(limits.widgetDistancePx),
  bottomPx: z.int().min(0).max(limits.widgetDistancePx),
})
export type WidgetPosition = z.infer<typeof WidgetPosition>

/** The IANA name of a time zone that the server knows: Europe/Paris. */
export const TimeZone = z.string().max(limits.timeZoneLength).refine(isTimeZone)

/** Minutes after midnight; 1,440 is the day's end. An interval that ends before it begins is refused by the use case, which can say so. */
const Minute = z.int().min(0).max(minutesPerDay)
const Interval = z.strictObject({ fromMinute: Minute, toMinute: Minute })

/** When a channel is open; see opening.ts for what it means. */
export const OpeningHours = z.strictObject({
  opens: z.enum(['always', 'by-hours']),
  zone: TimeZone,
  /** Seven days from Monday. */
  week: z.array(z.array(Interval).max(limits.intervalsPerDay)).length(7),
  /** Each date once. */
  closedDays: z
    .array(z.strictObject({ date: z.iso.date(), label: Line(limits.nameLength, 0) }))
    .max(limits.closedDaysPerChannel),
})

const settings = {
  name: Name,
  /** Empty: no site may show the widget but this server's own test page. */
  sites: z.array(Site).max(limits.sitesPerChannel),
  colour: Colour,
  position: WidgetPosition,
  /** What it speaks, each once. The first is for visitors who read none of them. */
  languages: z.array(Language).min(1).max(limits.languagesPerChannel),
  /** By language. Of one that the channel does not speak, they are not kept. */
  texts: z.record(Language, ChannelTexts),
  hours: OpeningHours,
  /** What visitors meet when it is closed, or open with nobody there. */
  whenNobody: z.enum(absences),
  /** The one its visitors begin with, of the channel's sub-account; null: none. */
  questionnaireId: QuestionnaireId.nullable(),
  /** Whether visitors are asked, once a conversation was closed, how it was. */
  asksRating: z.boolean(),
}

export const ChannelForAgent = z.object({
  id: ChannelId,
  subAccountId: SubAccountId,
  kind: z.enum(channelKinds),
  state: z.enum(channelStates),
  ...settings,
  /** Stands in the script tag. Public. */
  key: z.string(),
  /** The tag to paste into a page, whole. */
  scriptTag: z.string(),
  version: z.int(),
  may: z.object({ change: z.boolean() }),
})
export type ChannelForAgent = z.infer<typeof ChannelForAgent>

/** Settings as they are to be. What is absent stays as it is. */
export const ChangeChannel = z.strictObject({
  ...z.object(settings).partial().shape,
  /** The version that was read: saving over somebody else's change is refused. */
  version: Count,
})
export type ChangeChannel = z.infer<typeof ChangeChannel>

export const MakeChannel = z.strictObject({
  kind: z.enum(channelKinds),
  name: Name,
  subAccountId: SubAccountId,
  /** Where its hours are to be read; it is always open at first. */
  zone: TimeZone,
})
export type MakeChannel = z.infer<typeof MakeChannel>

/** What goes along when a channel goes to another sub-account. */
export const ChannelHoldings = z.object({
  /** Waiting and open ones. */
  openConversations: z.int(),
  closedConversations: z.int(),
})
export type ChannelHoldings = z.infer<typeof ChannelHoldings>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofChannel = inOrganisation.extend({ channelId: ChannelId })

export const channelRoutes = defineRoutes({
  'GET /organisations/:organisationId/channels': {
    summary: 'The channels the reader may see, archived ones included',
    who: 'agent',
    key: 'channels:read',
    params: inOrganisation,
    reply: z.object({
      channels: z.array(ChannelForAgent),
      /** Whether the reader may make one, in a sub-account they have. */
      mayMake: z.boolean(),
    }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/channels': {
    summary: 'Make a channel of a sub-account',
    who: 'agent',
    key: 'channels:write',
    params: inOrganisation,
    body: MakeChannel,
    reply: ChannelForAgent,
    refuses: ['access.refused', 'channels.too-many'],
  },
  'PUT /organisations/:organisationId/channels/:channelId': {
    summary: 'Change settings of a channel',
    who: 'agent',
    key: 'channels:write',
    params: ofChannel,
    body: ChangeChannel,
    reply: ChannelForAgent,
    refuses: [
      'access.refused',
      'channels.changed-meanwhile',
      'channels.hours-backwards',
      'channels.hours-overlap',
      'channels.questionnaire-required',
      'questionnaires.unknown',
    ],
  },
  'GET /organisations/:organisationId/channels/:channelId/holdings': {
    summary: 'What goes along when a channel goes to another sub-account',
    who: 'agent',
    key: 'channels:read',
    params: ofChannel,
    reply: ChannelHoldings,
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/channels/:channelId/sub-account': {
    summary: 'Move a channel to another sub-account: its conversations go along, its questionnaire stays, all at once',
    who: 'agent',
    key: 'channels:write',
    params: ofChannel,
    body: z.strictObject({
      subAccountId: SubAccountId,
      /** The version that was read: moving what somebody changed meanwhile is refused. */
      version: Count,
    }),
    reply: ChannelForAgent,
    refuses: ['access.refused', 'channels.changed-meanwhile'],
  },
  'POST /organisations/:organisationId/channels/:channelId/pause': {
    summary: 'Pause a channel: nothing new can be written there, what exists goes on',
    who: 'agent',
    key: 'channels:write',
    params: ofChannel,
    reply: ChannelForAgent,
    refuses: ['access.refused', 'channels.archived'],
  },
  'DELETE /organisations/:organisationId/channels/:channelId/pause': {
    summary: 'Let a paused channel run again',
    who: 'agent',
    key: 'channels:write',
    params: ofChannel,
    reply: ChannelForAgent,
    refuses: ['access.refused', 'channels.archived'],
  },
  'POST /organisations/:organisationId/channels/:channelId/archiving': {
    summary: 'Archive a channel: it is out of use, and what was said there stays',
    who: 'agent',
    key: 'channels:write',
    params: ofChannel,
    reply: ChannelForAgent,
    refuses: ['access.refused'],
  },
  'DELETE /organisations/:organisationId/channels/:channelId/archiving': {
    summary: 'Bring an archived channel back, paused',
    who: 'agent',
    key: 'channels:write',
    params: ofChannel,
    reply: ChannelForAgent,
    refuses: ['access.refused'],
  },
})
