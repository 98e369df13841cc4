import { RRuleTemporal } from 'rrule-temporal'
import { dayMs, type Span, type WallTime } from '#contract/wall-clock.ts'
import { plainStarts } from './plain-rules.ts'

/** Something that happens by the clock on the wall: once, or again and again by an RFC 5545 rule without its `RRULE:`. */
export interface Recurring {
  start: WallTime
  minutes: number
  /** Null: once. Its UNTIL is read off the same clock. */
  rule: string | null
}

/** When it happens, of those times that meet a window; by the clock on the wall. */
export function occurrencesOf({ start, minutes, rule }: Recurring, window: Span): { from: WallTime; to: WallTime }[] {
  const length = minutes * 60_000
  const starts = rule === null ? [start] : startsOf(rule, start, { from: window.from - length, to: window.to })
  return starts
    .map((from) => ({ from, to: from + length }))
    .filter(({ from, to }) => from < window.to && to > window.from)
}

const startsOf = (rule: string, start: WallTime, within: Span): WallTime[] =>
  plainStarts(rule, start, within) ??
  parsed(rule, start)
    .between(new Date(within.from), new Date(within.to), true)
    .map(({ epochMilliseconds }) => epochMilliseconds)

export type RuleFault =
  /** Not a rule, or one with parts that no opening has. */
  | 'unknown'
  /** It never happens, or never again. */
  | 'never'

/** What is wrong with a rule, seen at a moment of the clock on the wall; null: nothing. */
export function ruleFault(
  rule: string,
  { start, minutes, now }: Omit<Recurring, 'rule'> & { now: WallTime },
): RuleFault | null {
  if (!isKnown(rule)) return 'unknown'
  try {
    // Somebody's rule may pause: what does not happen within four years (a leap day) does not happen.
    const ahead = { from: now, to: Math.max(now, start) + 4 * 366 * dayMs }
    return occurrencesOf({ start, minutes, rule }, ahead).length > 0 ? null : 'never'
  } catch {
    // The grammar allows what the standard does not: numbered weekdays in a week, an end and a count.
    return 'unknown'
  }
}

const day = '(?:MO|TU|WE|TH|FR|SA|SU)'
const listOf = (one: string) => new RegExp(`^${one}(?:,${one})*$`)
/** The parts that a calendar of working hours needs. Times of day are the opening's own. */
const parts: Record<string, RegExp> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}T\d{6}$/,
  BYDAY: listOf(`(?:[+-]?[1-5])?${day}`),
  BYMONTHDAY: listOf('-?(?:[1-9]|[12]\\d|3[01])'),
  BYMONTH: listOf('(?:[1-9]|1[0-2])'),
  BYSETPOS: listOf('-?[1-9]\\d?'),
  WKST: new RegExp(`^${day}$`),
}

function isKnown(rule: string): boolean {
  const given = rule.split(';').map((part) => {
    const [, name = '', value = ''] = /^([A-Z]+)=(.*)$/.exec(part) ?? []
    return { name, value }
  })
  const names = new Set(given.map(({ name }) => name))
  const eachIsKnown = given.every(({ name, value }) => Object.hasOwn(parts, name) && parts[name]?.test(value))
  return rule.length <= 200 && eachIsKnown && names.size === given.length && names.has('FREQ')
}

/** The clock on the wall is read as one at UTC: what the zone's own clocks do is decided afterwards. */
function parsed(rule: string, start: WallTime): RRuleTemporal {
  const dtstart = new Date(start).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  return new RRuleTemporal({ rruleString: `DTSTART:${dtstart}\nRRULE:${rule}`, strict: true })
}
