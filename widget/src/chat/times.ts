import type { Locale } from '#contract/vocabulary.ts'
import { withFirst } from '#words/first-of-month.ts'
import type { WidgetWords } from '#words/widget.ts'

/** As the reader's own region writes times and days, when it speaks the language shown. */
const regionOf = (locale: Locale) => navigator.languages.find((tag) => tag.startsWith(locale)) ?? locale

export const timeOf = (at: Date, locale: Locale) =>
  at.toLocaleTimeString(regionOf(locale), { hour: 'numeric', minute: '2-digit' })

/** On which day, at which time. */
export const whenOf = (at: string, locale: Locale) =>
  withFirst(new Date(at).toLocaleString(regionOf(locale), { dateStyle: 'full', timeStyle: 'short' }), locale)

/** Today, yesterday, else the day by name; with its year when it is another. */
export function dayOf(at: Date, now: Date, locale: Locale, words: Pick<WidgetWords, 'today' | 'yesterday'>): string {
  const day = at.toDateString()
  if (day === now.toDateString()) return words.today
  const before = new Date(now)
  before.setDate(now.getDate() - 1)
  if (day === before.toDateString()) return words.yesterday
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return at.toLocaleDateString(regionOf(locale), { weekday: 'long', day: 'numeric', month: 'long', year })
}

/** When something happens next: at which time of today, tomorrow, or a day by its name; with its date when a week is no help. */
export function momentOf(at: Date, now: Date, locale: Locale, { moment }: Pick<WidgetWords, 'moment'>): string {
  const time = timeOf(at, locale)
  const midnight = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
  // A day has 23 or 25 hours where clocks change.
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000)
  if (days === 0) return moment.today(time)
  if (days === 1) return moment.tomorrow(time)
  const date = days < 7 ? {} : ({ day: 'numeric', month: 'long' } as const)
  return moment.other(at.toLocaleDateString(regionOf(locale), { weekday: 'long', ...date }), time)
}
