import type { OpeningWish } from '#contract/appointments/openings.ts'
import { dayMs, type Span, type WallTime } from '#contract/wall-clock.ts'
import { withFirst } from '#words/first-of-month.ts'
import type { OpeningWords } from '#words/openings.ts'
import { dateText, type Repeat, readRule, type Weekday } from './repeat.ts'

interface Said {
  tag: string
  words: OpeningWords['say']
}

/** « Chaque semaine, du lundi au vendredi, de 09:00 à 12:30, jusqu’au 31 décembre 2026 » */
export function sayOpening({ kind, from, to, rule }: OpeningWish, said: Said): string {
  const span = { from: Date.parse(`${from}Z`), to: Date.parse(`${to}Z`) }
  const repeat = readRule(rule, span.from)
  const when = repeat.kind === 'once' ? sayOnce(kind, span, said) : null
  return capital(
    when ??
      [
        said.words.sentence(sayRepeat(repeat, span.from, said), sayHours(kind, span, said)),
        ...sayEnding(repeat, said),
      ].join(', '),
    said.tag,
  )
}

function sayOnce(kind: OpeningWish['kind'], { from, to }: Span, { tag, words }: Said): string {
  const isOfDays = areWholeDays(kind, { from, to })
  const lastDay = isOfDays ? to - dayMs : to
  if (kind === 'opening' || dateText(from) === dateText(lastDay))
    return words.sentence(words.on(sayDate(from, tag)), sayHours(kind, { from, to }, { tag, words }))
  return isOfDays
    ? words.span(sayDate(from, tag), sayDate(lastDay, tag))
    : words.spanAt(sayDate(from, tag), sayTime(from, tag), sayDate(to, tag), sayTime(to, tag))
}

/** « chaque mois, le premier lundi » */
export function sayRepeat(repeat: Repeat, start: WallTime, { tag, words }: Said): string {
  switch (repeat.kind) {
    case 'once':
      return words.on(sayDate(start, tag))
    case 'daily':
      return words.daily(repeat.every ?? 1)
    case 'weekly': {
      const days = [...repeat.days].sort()
      const [first, last] = [days[0], days.at(-1)]
      if (first === undefined || last === undefined) return words.weekly(repeat.every ?? 1, ['…'])
      const isRun = days.length > 2 && last - first === days.length - 1
      return isRun
        ? words.run(repeat.every ?? 1, weekdayName(first, tag), weekdayName(last, tag))
        : words.weekly(
            repeat.every ?? 1,
            days.map((day) => weekdayName(day, tag)),
          )
    }
    case 'monthly':
      return 'day' in repeat.on
        ? words.monthlyDay(repeat.every ?? 1, repeat.on.day)
        : words.monthlyNth(repeat.every ?? 1, repeat.on.nth, weekdayName(repeat.on.weekday, tag))
    case 'yearly':
      return words.yearly(
        repeat.every ?? 1,
        withFirst(new Date(start).toLocaleDateString(tag, { day: 'numeric', month: 'long', ...at }), tag),
      )
    case 'other':
      return words.other
  }
}

function sayEnding(repeat: Repeat, { tag, words }: Said): string[] {
  if (repeat.kind === 'once' || repeat.kind === 'other' || repeat.ending === null) return []
  const { ending } = repeat
  if ('until' in ending)
    return ending.until === '' ? [] : [words.until(sayDate(Date.parse(`${ending.until}T00:00Z`), tag))]
  return ending.count === null ? [] : [words.times(ending.count)]
}

function sayHours(kind: OpeningWish['kind'], { from, to }: Span, { tag, words }: Said): string {
  if (areWholeDays(kind, { from, to })) return words.wholeDay
  const isNextDay = to % dayMs !== 0 && dateText(to) !== dateText(from)
  return (isNextDay ? words.hoursNextDay : words.hours)(sayTime(from, tag), sayTime(to, tag))
}

/** An opening has hours, though it be open day and night. */
const areWholeDays = (kind: OpeningWish['kind'], { from, to }: Span): boolean =>
  kind === 'absence' && from % dayMs === 0 && to % dayMs === 0

const at = { timeZone: 'UTC' } as const

export const sayTime = (wall: WallTime, tag: string): string =>
  new Date(wall).toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit', ...at })

/** « mercredi 23 décembre 2026 » */
const sayDate = (wall: WallTime, tag: string): string =>
  withFirst(
    new Date(wall).toLocaleDateString(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...at }),
    tag,
  )

/** 5 January 2026 was a Monday. */
export const weekdayName = (day: Weekday, tag: string, width: 'long' | 'short' = 'long'): string =>
  new Date(Date.UTC(2026, 0, 5 + day)).toLocaleDateString(tag, { weekday: width, ...at })

const capital = (text: string, tag: string): string => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1)
