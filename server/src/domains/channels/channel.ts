import type { ChannelTexts, WidgetPosition } from '#contract/channels.ts'
import type { ChannelId, OrganisationId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { OpeningHours } from '#contract/opening.ts'
import type { Absence, ChannelKind, ChannelState } from '#contract/vocabulary.ts'

/** Where conversations come from. */
export interface Channel extends ChannelSettings {
  id: ChannelId
  subAccountId: SubAccountId
  kind: ChannelKind
  state: ChannelState
  /** Public: stands in the script tag. */
  key: string
  version: number
}

/** What its form changes. */
export interface ChannelSettings {
  name: string
  /** host, host:port or *.host */
  sites: string[]
  colour: string
  position: WidgetPosition
  /** The first is for visitors who read none of them. */
  languages: string[]
  /** Of each of its languages, and no other. */
  texts: Record<string, ChannelTexts>
  hours: OpeningHours
  whenNobody: Absence
  /** The one its visitors begin with; null: none. */
  questionnaireId: QuestionnaireId | null
  /** Whether its visitors are asked how it was, once a conversation was closed. */
  asksRating: boolean
}

/** What the widget's doors need to know at each request. */
export interface ChannelDoor {
  organisationId: OrganisationId
  channel: Channel
}

/** Whether a page of this origin may show the widget. Our own origin may: the test page stands there. */
export function mayRunOn(channel: Pick<Channel, 'sites'>, origin: string, ownOrigin: string): boolean {
  if (origin === ownOrigin) return true
  const page = URL.canParse(origin) ? new URL(origin) : undefined
  if (!page || !/^https?:$/.test(page.protocol)) return false
  return channel.sites.some((site) => matches(site, page))
}

function matches(site: string, page: URL): boolean {
  const [host = '', port] = site.split(':')
  // A site without a port means the usual ones of http and https, which an origin leaves out.
  if ((port ?? '') !== page.port) return false
  return host.startsWith('*.') ? page.hostname.endsWith(host.slice(1)) : page.hostname === host
}

/** Comptoir's own, until a channel has another. */
export const usualColour = '#0f6b4f'

/** What a channel begins with, before anybody has said anything about it. */
export const firstSettings = (zone: string): Omit<ChannelSettings, 'name' | 'sites'> => ({
  colour: usualColour,
  position: { side: 'right', sidePx: 20, bottomPx: 20 },
  languages: ['fr', 'en'],
  texts: textsFor(['fr', 'en'], {}),
  hours: { opens: 'always', zone, week: [[], [], [], [], [], [], []], closedDays: [] },
  whenNobody: 'form',
  questionnaireId: null,
  asksRating: true,
})

/** Settings after a change of some of them. Each language, site and closed day is kept once, and intervals in their order. */
export function settingsAfter(before: ChannelSettings, change: Partial<ChannelSettings>): ChannelSettings {
  const { name, sites, colour, position, hours, whenNobody, questionnaireId, asksRating } = {
    ...before,
    ...without(change),
  }
  const languages = [...new Set(change.languages ?? before.languages)]
  return {
    name,
    sites: [...new Set(sites)],
    colour,
    position,
    languages,
    texts: textsFor(languages, change.texts ?? before.texts),
    hours: inOrder(hours),
    whenNobody,
    questionnaireId,
    asksRating,
  }
}

/** What was not said changes nothing. */
const without = (change: Partial<ChannelSettings>): Partial<ChannelSettings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

function textsFor(languages: readonly string[], texts: ChannelSettings['texts']): ChannelSettings['texts'] {
  const none = { title: '', greeting: '', away: '', rating: '' }
  return Object.fromEntries(languages.map((language) => [language, texts[language] ?? none]))
}

const inOrder = (hours: OpeningHours): OpeningHours => ({
  ...hours,
  week: hours.week.map((day) => day.toSorted((one, other) => one.fromMinute - other.fromMinute)),
  closedDays: [...new Map(hours.closedDays.map((day) => [day.date, day])).values()].sort((one, other) =>
    one.date < other.date ? -1 : 1,
  ),
})
