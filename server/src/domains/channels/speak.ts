import type { ChannelTexts } from '#contract/channels.ts'
import { isLocale, type Locale } from '#words/locale.ts'
import type { Channel } from './channel.ts'

/** What a channel says to one visitor: in which language, with which words of its own; an empty one means the product's. */
export interface Speech {
  language: string
  /** Of the product's words around them. */
  locale: Locale
  texts: ChannelTexts
}

type Speaker = Pick<Channel, 'languages' | 'texts'>

/**
 * How a channel speaks to somebody who wants these languages, the dearest first. What it does not speak, it answers in its first
 * one. Where it leaves a text empty the product has its own words, in its own languages; elsewhere those of the first stand in.
 */
export function speakTo({ languages, texts }: Speaker, wanted: readonly string[]): Speech {
  const tags = wanted.map((tag) => tag.trim().toLowerCase().split('-')[0] ?? '')
  const first = languages[0] ?? 'fr'
  const language = tags.find((tag) => languages.includes(tag)) ?? first
  const own = texts[language]
  const spare = isLocale(language) ? undefined : texts[first]
  const say = (part: keyof ChannelTexts) => own?.[part] || spare?.[part] || ''
  return {
    language,
    locale: [language, ...tags, first].find(isLocale) ?? 'en',
    texts: { title: say('title'), greeting: say('greeting'), away: say('away'), rating: say('rating') },
  }
}

/** A visitor's language as the channel knows it: what it never spoke, or no longer does, is its first. */
export const spoken = ({ languages }: Pick<Channel, 'languages'>, language: string): string =>
  languages.includes(language) ? language : (languages[0] ?? language)
