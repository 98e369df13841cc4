import { type Locale, locales } from '#contract/vocabulary.ts'

export { type Locale, locales }

/** How each language is called by those who speak it; never translated. */
export const localeNames: Record<Locale, string> = { fr: 'Français', en: 'English' }

export function isLocale(tag: unknown): tag is Locale {
  return locales.some((locale) => locale === tag)
}

/**
 * The language to speak to somebody who wants these, the dearest first (`navigator.languages`).
 * Somebody who wants only others reads English; somebody who says nothing reads French.
 */
export function chooseLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const locale = tag.toLowerCase().split('-')[0]
    if (isLocale(locale)) return locale
  }
  return wanted.length > 0 ? 'en' : 'fr'
}

/** The same choice from an `Accept-Language` header (RFC 9110 §12.5.4). What cannot be read counts as not said. */
export function localeOfAcceptLanguage(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, acceptLanguageMaxLength)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/)
      const quality = parameters.find((parameter) => parameter.startsWith('q='))
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) }
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(tag) && quality > 0)
    .sort((one, other) => other.quality - one.quality)
  return chooseLocale(wanted.map(({ tag }) => tag))
}

// A header is a stranger's text: reading more than a browser sends would be work for nothing.
const acceptLanguageMaxLength = 500

/** The forms of one phrase by its count; `#` stands for the count. French says `one` of 0 and 1, English of 1 alone. */
export type PluralForms = { zero?: string; one: string; other: string }

/** A function choosing the form for a count: `plural(3, { one: '# message', other: '# messages' })` → `3 messages`. */
export function pluralIn(locale: Locale): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) => {
    const form =
      count === 0 && forms.zero !== undefined ? forms.zero : forms[rules.select(count) === 'one' ? 'one' : 'other']
    return form.replaceAll('#', numbers.format(count))
  }
}

/** A list as a sentence says it: `Ada, Ben et Chloé`. */
export function listIn(locale: Locale): (items: readonly string[]) => string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (items) => list.format(items)
}
