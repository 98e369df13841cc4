import { withFirst } from '#words/first-of-month.ts'

/** The few words times need, in the reader's language. */
export interface TimeWords {
  now: string
  yesterday: string
  yesterdayAt(time: string): string
  seconds(count: number): string
  minutes(count: number): string
  hours(count: number): string
  days(count: number): string
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
// Beyond these a date says more than a count.
const relativeMost = 60 * day
const soonMost = 45 * second

/** « il y a 12 min », « dans 3 jours », « à l’instant »; a date when it is long ago. */
export function formatRelative(at: Date, now: Date, tag: string, words: TimeWords): string {
  const distance = at.getTime() - now.getTime()
  const size = Math.abs(distance)
  if (size < soonMost) return words.now
  if (size >= relativeMost) return formatDate(at, now, tag)
  const brief = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' })
  const long = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'long' })
  // Rounded first, so that 59.7 minutes are an hour and not « 60 min ».
  const minutes = Math.round(distance / minute)
  if (Math.abs(minutes) < 60) return brief.format(minutes, 'minute')
  const hours = Math.round(distance / hour)
  if (Math.abs(hours) < 24) return brief.format(hours, 'hour')
  return long.format(Math.round(distance / day), 'day')
}

/** As lists show it: « 14:10 » today, « hier », else the day. */
export function formatClock(at: Date, now: Date, tag: string, words: TimeWords): string {
  const age = calendarDays(at, now)
  if (age === 0) return formatHour(at, tag)
  return age === 1 ? words.yesterday : formatDate(at, now, tag)
}

/** The hour alone: « 14:10 ». */
export const formatHour = (at: Date, tag: string) =>
  new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }).format(at)

/** The day: « 12 sept. », with its year when it is another. */
export function formatDate(at: Date, now: Date, tag: string): string {
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year }).format(at)
}

/** The day in full, as between the messages of two days: « mardi 24 novembre ». */
export function formatDay(at: Date, now: Date, tag: string): string {
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', year }).format(at)
}

/** The day and the hour of what is to be kept: « mardi 24 novembre à 09:00 ». */
export const formatMoment = (at: Date, tag: string) =>
  withFirst(
    new Intl.DateTimeFormat(tag, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(at),
    tag,
  )

/** The exact instant in the reader's zone, the zone named: what a hover shows. */
export const formatExact = (at: Date, tag: string) =>
  new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(at)

/** How long, in its largest unit: « 12 s », « 6 min », « 3 h », « 6 jours ». */
export function formatDuration(ms: number, words: TimeWords): string {
  const length = Math.max(0, ms)
  if (length < minute) return words.seconds(Math.floor(length / second))
  if (length < hour) return words.minutes(Math.floor(length / minute))
  if (length < day) return words.hours(Math.floor(length / hour))
  return words.days(Math.floor(length / day))
}

/** Midnights between two instants, in the reader's zone. */
export function calendarDays(at: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(now) - midnight(at)) / day)
}
