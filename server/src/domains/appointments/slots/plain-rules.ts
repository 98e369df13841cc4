import { dayMs, type Span, type WallTime } from '#contract/wall-clock.ts'

/**
 * When the rules happen that nearly every opening has: each day or each week, on some weekdays, with or without an end. By arithmetic,
 * since a search over fifty agents asks hundreds of them and a library takes milliseconds for each. Null: a rule of another kind.
 */
export function plainStarts(rule: string, start: WallTime, window: Span): WallTime[] | null {
  const parts = Object.fromEntries(rule.split(';').map((part) => part.split('=', 2)))
  const { FREQ, INTERVAL = '1', UNTIL, BYDAY, WKST = 'MO', ...others } = parts
  const days = BYDAY === undefined ? null : weekdaysOf(BYDAY)
  const until = UNTIL === undefined ? Number.POSITIVE_INFINITY : instantOf(UNTIL)
  const isPlain = (FREQ === 'DAILY' || FREQ === 'WEEKLY') && Object.keys(others).length === 0
  if (!isPlain || days === undefined || Number.isNaN(until)) return null

  const first = dayNumber(start)
  const ofDay = start - first * dayMs
  const firstOfWeek = first - daysSince(first, weekdays.indexOf(WKST))
  const isDue =
    FREQ === 'DAILY'
      ? (day: number) => (day - first) % Number(INTERVAL) === 0
      : (day: number) => Math.floor((day - firstOfWeek) / 7) % Number(INTERVAL) === 0
  const on = days ?? (FREQ === 'WEEKLY' ? [weekdayOf(first)] : null)

  const starts: WallTime[] = []
  for (let day = Math.max(first, dayNumber(window.from)); day <= dayNumber(window.to); day++) {
    const at = day * dayMs + ofDay
    if (at < window.from || at > window.to || at > until) continue
    if (isDue(day) && (on === null || on.includes(weekdayOf(day)))) starts.push(at)
  }
  return starts
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Undefined: with numbers, "the first Monday". */
function weekdaysOf(list: string): number[] | undefined {
  const days = list.split(',').map((day) => weekdays.indexOf(day))
  return days.includes(-1) ? undefined : days
}

const dayNumber = (at: WallTime): number => Math.floor(at / dayMs)
/** From Monday. The first of January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
const daysSince = (day: number, weekday: number): number => (weekdayOf(day) - weekday + 7) % 7

/** `20261231T170000`, as a clock shows it. */
const instantOf = (text: string): WallTime =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'))
