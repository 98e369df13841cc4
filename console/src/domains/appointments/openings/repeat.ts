import { dayMs, type WallTime } from '#contract/wall-clock.ts'

/** From 0 for Monday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

/** How the repetition ends. Null: it does not. */
export type Ending = { until: string } | { count: number | null } | null

interface Repeating {
  /** Each, each second, …; null: nothing is typed. */
  every: number | null
  ending: Ending
}

/** How something comes again, as somebody would choose it. */
export type Repeat =
  | { kind: 'once' }
  | ({ kind: 'daily' } & Repeating)
  | ({ kind: 'weekly'; days: readonly Weekday[] } & Repeating)
  | ({ kind: 'monthly'; on: MonthlyDay } & Repeating)
  /** On the date of its beginning. */
  | ({ kind: 'yearly' } & Repeating)
  /** A rule that no choice here makes: kept as it is. */
  | { kind: 'other'; rule: string }

/** A day of the month, -1 being its last; or its first, second, …, last Monday. */
export type MonthlyDay = { day: number } | { nth: number; weekday: Weekday }

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Reads a rule of RFC 5545 as a choice; `start`: when it first happens, by the clock. */
export function readRule(rule: string | null, start: WallTime): Repeat {
  if (rule === null) return { kind: 'once' }
  const other: Repeat = { kind: 'other', rule }
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]))
  const { FREQ: frequency, INTERVAL, COUNT, UNTIL, WKST, ...by } = Object.fromEntries(parts)
  const every = INTERVAL === undefined ? 1 : Number(INTERVAL)
  const ending: Ending = UNTIL ? { until: lastDayOf(UNTIL, start) } : COUNT ? { count: Number(COUNT) } : null
  const names = Object.keys(by).join(' ')

  if (frequency === 'DAILY') {
    if (names === '') return { kind: 'daily', every, ending }
    const days = names === 'BYDAY' ? readDays(by.BYDAY ?? '') : null
    return days && every === 1 ? { kind: 'weekly', every, days, ending } : other
  }
  if (frequency === 'WEEKLY') {
    // Which week is the second depends on the day it begins.
    if (every > 1 && WKST !== undefined && WKST !== 'MO') return other
    if (names === '') return { kind: 'weekly', every, days: [weekdayOf(start)], ending }
    const days = names === 'BYDAY' ? readDays(by.BYDAY ?? '') : null
    return days ? { kind: 'weekly', every, days, ending } : other
  }
  if (frequency === 'MONTHLY') {
    const on = readMonthlyDay(by, names, start)
    return on ? { kind: 'monthly', every, on, ending } : other
  }
  if (frequency === 'YEARLY') {
    const { month, date } = dateOf(start)
    const isItsDate =
      (by.BYMONTH ?? String(month)) === String(month) && (by.BYMONTHDAY ?? String(date)) === String(date)
    const isPlain =
      names === '' || names === 'BYMONTH' || names === 'BYMONTH BYMONTHDAY' || names === 'BYMONTHDAY BYMONTH'
    return isPlain && isItsDate ? { kind: 'yearly', every, ending } : other
  }
  return other
}

/** The rule that a choice makes; null: once. Asked of a choice without faults alone. */
export function writeRule(repeat: Repeat): string | null {
  if (repeat.kind === 'once') return null
  if (repeat.kind === 'other') return repeat.rule
  const { every, ending } = repeat
  return [
    `FREQ=${repeat.kind.toUpperCase()}`,
    every !== null && every > 1 && `INTERVAL=${every}`,
    repeat.kind === 'weekly' &&
      `BYDAY=${[...repeat.days]
        .sort()
        .map((day) => codes[day])
        .join(',')}`,
    repeat.kind === 'monthly' &&
      ('day' in repeat.on ? `BYMONTHDAY=${repeat.on.day}` : `BYDAY=${repeat.on.nth}${codes[repeat.on.weekday]}`),
    ending && ('until' in ending ? `UNTIL=${ending.until.replaceAll('-', '')}T235959` : `COUNT=${ending.count}`),
  ]
    .filter(Boolean)
    .join(';')
}

function readDays(list: string): Weekday[] | null {
  const days = list.split(',').map((code) => weekdays[codes.indexOf(code)])
  const known = days.filter((day) => day !== undefined)
  return known.length === days.length ? [...new Set(known)].sort() : null
}

function readMonthlyDay(by: Record<string, string>, names: string, start: WallTime): MonthlyDay | null {
  if (names === '') return { day: dateOf(start).date }
  if (names === 'BYMONTHDAY') {
    const day = Number(by.BYMONTHDAY)
    return Number.isInteger(day) && day >= -1 ? { day } : null
  }
  const [, nth = by.BYSETPOS, code = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(by.BYDAY ?? '') ?? []
  const isNumbered = names === 'BYDAY' || names === 'BYDAY BYSETPOS' || names === 'BYSETPOS BYDAY'
  const weekday = weekdays[codes.indexOf(code)]
  const rank = Number(nth)
  return isNumbered && weekday !== undefined && (rank === -1 || (rank >= 1 && rank <= 5))
    ? { nth: rank, weekday }
    : null
}

/** The last day on which it may begin: an end in the middle of a day may come before the time it begins at. */
function lastDayOf(until: string, start: WallTime): string {
  const [, year, month, date, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(until) ?? []
  const day = Date.parse(`${year}-${month}-${date}T00:00Z`)
  const ofDay = (Number(hour) * 60 + Number(minute)) * 60_000
  return dateText(ofDay < start % dayMs ? day - dayMs : day)
}

/** Of a moment that a clock shows. The first of January 1970 was a Thursday. */
export const weekdayOf = (wall: WallTime): Weekday => weekdays[(((Math.floor(wall / dayMs) + 3) % 7) + 7) % 7] ?? 0

/** `2026-11-23` */
export const dateText = (wall: WallTime): string => new Date(wall).toISOString().slice(0, 10)

export function dateOf(wall: WallTime): { year: number; month: number; date: number } {
  const day = new Date(wall)
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate() }
}
