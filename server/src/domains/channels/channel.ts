import type { ChannelTexts } from '#contract/channels.ts'
import type { ChannelId, OrganisationId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import type { Locale } from '#contract/vocabulary.ts'

/** A website the widget stands on. Other kinds follow. */
export interface Channel {
  id: ChannelId
  subAccountId: SubAccountId
  kind: 'website'
  name: string
  /** Public: stands in the script tag. */
  key: string
  /** host, host:port or *.host */
  sites: string[]
  colour: string
  texts: Record<Locale, ChannelTexts>
  /** The one its visitors begin with; null: none. */
  questionnaireId: QuestionnaireId | null
  version: number
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

export const defaultColour = '#0f6b4f'

export const emptyTexts: Record<Locale, ChannelTexts> = {
  fr: { title: '', greeting: '' },
  en: { title: '', greeting: '' },
}

/** Its settings, as the journal tells them. */
export const inWords = ({ name, sites, colour, texts }: Channel): JournalChanges => ({
  name,
  sites,
  colour,
  titleFr: texts.fr.title,
  titleEn: texts.en.title,
  greetingFr: texts.fr.greeting,
  greetingEn: texts.en.greeting,
})
