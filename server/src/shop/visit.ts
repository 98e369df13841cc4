import type { Locale } from '#contract/vocabulary.ts'
import type { Markup } from '#server/platform/markup.ts'
import { type ShopWords, shopWords } from './words/shop-words.ts'

/** Where the shop stands on this server. */
export const shopRoot = '/test'

/** What a visitor chose in the address, kept by every link. */
export interface Chosen {
  lang?: Locale | undefined
  channel?: string | undefined
}

/** One look at one page: its words, and how it links and counts. */
export interface Visit {
  locale: Locale
  words: ShopWords
  /** The page looked at, below the shop's root: '' or '/thes'. */
  path: string
  /** To another page of the shop, or to this one in another language. */
  link(path: string, choose?: Chosen): string
  price(cents: number): string
}

/** What a page brings; the frame around it is the same for all. */
export interface Page {
  status: 200 | 404
  title: string
  description: string
  body: Markup
}

export function newVisit({ path, locale, chosen }: { path: string; locale: Locale; chosen: Chosen }): Visit {
  const prices = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR' })
  return {
    locale,
    words: shopWords[locale],
    path,
    link(to, choose = {}) {
      const kept = Object.entries({ ...chosen, ...choose }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      )
      return `${shopRoot}${to}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''}`
    },
    price: (cents) => prices.format(cents / 100),
  }
}
