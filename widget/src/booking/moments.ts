import type { Locale } from '#contract/vocabulary.ts'
import { withFirst } from '#words/first-of-month.ts'

/** The clocks of this device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** As the reader's own region writes times and days, when it speaks the language shown. */
const regionOf = (locale: Locale) => navigator.languages.find((tag) => tag.startsWith(locale)) ?? locale

const form = (locale: Locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(regionOf(locale), options)

const time = { hour: 'numeric', minute: '2-digit' } as const
const day = { weekday: 'long', day: 'numeric', month: 'long' } as const

export const timeIn = (locale: Locale, at: Date): string => form(locale, time).format(at)
export const dayIn = (locale: Locale, at: Date): string => withFirst(form(locale, day).format(at), locale)
export const momentIn = (locale: Locale, at: Date): string =>
  withFirst(form(locale, { ...day, ...time }).format(at), locale)
export const monthIn = (locale: Locale, at: Date): string => form(locale, { month: 'long', year: 'numeric' }).format(at)
export const weekdayIn = (locale: Locale, at: Date): string => form(locale, { weekday: 'short' }).format(at)

/** "28 novembre – 4 décembre 2026" */
export const daysIn = (locale: Locale, from: Date, to: Date): string =>
  withFirst(form(locale, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(from, to), locale)

/** "samedi 28 novembre 2026, 14:00 – 15:30" */
export const spanIn = (locale: Locale, from: Date, to: Date): string =>
  `${withFirst(form(locale, { ...day, year: 'numeric' }).format(from), locale)}, ${form(locale, time).formatRange(from, to)}`

/** What the clocks of this device are called: "heure d’Europe centrale". */
export const zoneIn = (locale: Locale): string =>
  form(locale, { timeZoneName: 'longGeneric' })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value ?? ownZone()
