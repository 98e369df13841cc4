import * as z from 'zod'
import { Count } from './counts.ts'
import { ChannelId, OrganisationId, QuestionnaireId, SubAccountId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Line, Name } from './text.ts'

/** What the widget says in one language. An empty text means the product's own words. */
export const ChannelTexts = z.strictObject({
  title: Line(limits.channelTextLength, 0),
  greeting: Line(limits.channelTextLength, 0),
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

const settings = {
  name: Name,
  /** Empty: no site may show the widget but this server's own test page. */
  sites: z.array(Site).max(limits.sitesPerChannel),
  colour: Colour,
  texts: z.strictObject({ fr: ChannelTexts, en: ChannelTexts }),
}

export const ChannelForAgent = z.object({
  id: ChannelId,
  subAccountId: SubAccountId,
  kind: z.literal('website'),
  ...settings,
  /** The one its visitors begin with; null: none. */
  questionnaireId: QuestionnaireId.nullable(),
  /** Stands in the script tag. Public. */
  key: z.string(),
  /** The tag to paste into a page, whole. */
  scriptTag: z.string(),
  version: z.int(),
  may: z.object({ change: z.boolean() }),
})
export type ChannelForAgent = z.infer<typeof ChannelForAgent>

export const ChangeChannel = z.strictObject({
  ...settings,
  /** The one its visitors begin with, of the channel's sub-account; null: none; absent: as it is. */
  questionnaireId: QuestionnaireId.nullable().optional(),
  /** The version that was read: saving over somebody else's change is refused. */
  version: Count,
})
export type ChangeChannel = z.infer<typeof ChangeChannel>

const inOrganisation = z.object({ organisationId: OrganisationId })

export const channelRoutes = defineRoutes({
  'GET /organisations/:organisationId/channels': {
    summary: 'The channels the reader may see',
    who: 'agent',
    key: 'channels:read',
    params: inOrganisation,
    reply: z.object({ channels: z.array(ChannelForAgent) }),
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/channels/:channelId': {
    summary: 'Change a channel',
    who: 'agent',
    key: 'channels:write',
    params: inOrganisation.extend({ channelId: ChannelId }),
    body: ChangeChannel,
    reply: ChannelForAgent,
    refuses: ['access.refused', 'channels.changed-meanwhile', 'questionnaires.unknown'],
  },
})
