import { dayMs, dayOf, minuteMs, type Span, type WallTime } from '#contract/wall-clock.ts'
import { dateOf, weekdayOf } from './repeat.ts'

/** Something that happens by the clock: once, or again and again. */
interface Happening {
  from: WallTime
  to: WallTime
  /** RFC 5545, without `RRULE:`. */
  rule: string | null
}

/**
 * When it happens, of those times that meet a window; by the clock. The server decides who may be booked when: this tells which opening
 * a time of the week belongs to, by the same rules.
 */
export function occurrencesIn({ from, to, rule }: Happening, window: Span): Span[] {
  const length = to - from
  const starts = rule === null ? [from] : startsOf(rule, from, window.to)
  return starts
    .map((start) => ({ from: start, to: start + length }))
    .filter((one) => one.from < window.to && one.to > window.from)
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Rules that pause for longer than this do not happen: a leap day comes within it. */
const mostPeriods = 20_000

function startsOf(rule: string, start: WallTime, end: WallTime): WallTime[] {
  const parts = Object.fromEntries(rule.split(';').map((part) => part.split('=', 2)))
  const interval = Number(parts.INTERVAL ?? 1)
  const count = parts.COUNT === undefined ? Number.POSITIVE_INFINITY : Number(parts.COUNT)
  const until = parts.UNTIL === undefined ? Number.POSITIVE_INFINITY : wallOf(parts.UNTIL)
  const [first, ofDay] = [dayOf(start), start - dayOf(start)]
  const starts: WallTime[] = []
  for (let number = 0; number < mostPeriods; number++) {
    const period = periodOf(parts, first, number * interval)
    if (period.from >= end || starts.length >= count) break
    for (const day of chosen(parts, first, period)) {
      const at = day + ofDay
      if (at >= start && at <= until && starts.length < count) starts.push(at)
    }
  }
  return starts
}

/** The day, week, month or year that comes so many after the one it begins in. */
function periodOf({ FREQ, WKST = 'MO' }: Record<string, string>, first: WallTime, later: number): Span {
  if (FREQ === 'DAILY') return { from: first + later * dayMs, to: first + (later + 1) * dayMs }
  if (FREQ === 'WEEKLY') {
    const monday = first - ((weekdayOf(first) - codes.indexOf(WKST) + 7) % 7) * dayMs
    return { from: monday + later * 7 * dayMs, to: monday + (later + 1) * 7 * dayMs }
  }
  const { year, month } = dateOf(first)
  return FREQ === 'MONTHLY'
    ? { from: Date.UTC(year, month - 1 + later), to: Date.UTC(year, month + later) }
    : { from: Date.UTC(year + later, 0), to: Date.UTC(year + later + 1, 0) }
}

function chosen(parts: Record<string, string>, first: WallTime, period: Span): WallTime[] {
  const due = daysOf(period).filter((day) => isDue(parts, first, day, period))
  if (parts.BYSETPOS === undefined) return due
  const places = parts.BYSETPOS.split(',').map(Number)
  return due.filter((_, index) => places.includes(index + 1) || places.includes(index - due.length))
}

function daysOf({ from, to }: Span): WallTime[] {
  return Array.from({ length: Math.round((to - from) / dayMs) }, (_, index) => from + index * dayMs)
}

/** Whether a day of a period is one of the rule's; where the rule says nothing, it is the day it begins on. */
function isDue(parts: Record<string, string>, first: WallTime, day: WallTime, period: Span): boolean {
  const { FREQ, BYDAY, BYMONTHDAY, BYMONTH } = parts
  const [begun, here] = [dateOf(first), dateOf(day)]
  if (BYMONTH !== undefined && !BYMONTH.split(',').includes(String(here.month))) return false
  if (BYMONTHDAY !== undefined && !isDayOfMonth(BYMONTHDAY, day)) return false
  if (BYDAY !== undefined)
    return isWeekday(BYDAY, day, FREQ === 'YEARLY' && BYMONTH !== undefined ? monthOf(day) : period)
  if (BYMONTHDAY !== undefined || FREQ === 'DAILY') return true
  if (FREQ === 'WEEKLY') return weekdayOf(day) === weekdayOf(first)
  return here.date === begun.date && (FREQ === 'MONTHLY' || BYMONTH !== undefined || here.month === begun.month)
}

function isDayOfMonth(list: string, day: WallTime): boolean {
  const { to } = monthOf(day)
  const [date, fromEnd] = [dateOf(day).date, Math.round((day - to) / dayMs)]
  return list.split(',').some((one) => Number(one) === date || Number(one) === fromEnd)
}

/** `MO`, or with its rank among those of the month or year: `1MO`, `-1FR`. */
function isWeekday(list: string, day: WallTime, within: Span): boolean {
  return list.split(',').some((one) => {
    if (!one.endsWith(codes[weekdayOf(day)] ?? '')) return false
    const rank = Number.parseInt(one, 10)
    if (Number.isNaN(rank)) return true
    return rank > 0
      ? Math.floor((day - within.from) / dayMs / 7) === rank - 1
      : Math.floor((within.to - dayMs - day) / dayMs / 7) === -rank - 1
  })
}

function monthOf(day: WallTime): Span {
  const { year, month } = dateOf(day)
  return { from: Date.UTC(year, month - 1), to: Date.UTC(year, month) }
}

/** `20261231T170000`, as a clock shows it. */
const wallOf = (text: string): WallTime =>
  Math.floor(Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z')) / minuteMs) *
  minuteMs
