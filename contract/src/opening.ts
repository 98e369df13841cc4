// Free of the validator: the console judges hours by the server's own rule.
import { changeOfClocks, dayMs, dayOf, minuteMs, offsetAt, wallClock } from './wall-clock.ts'

/** A part of a day by the clock on the wall, in minutes after midnight; `toMinute` 1,440 is the day's end. */
export interface Interval {
  fromMinute: number
  toMinute: number
}

/** A day on which nobody answers, whatever the hours say. */
export interface ClosedDay {
  /** As a calendar says it: 2026-12-25. */
  date: string
  /** Why, for colleagues; may be empty. */
  label: string
}

/** When a channel is open. What `always` leaves unused is kept for the day it is wanted again. */
export interface OpeningHours {
  opens: 'always' | 'by-hours'
  /** The IANA zone whose clocks the intervals are read by. */
  zone: string
  /** Seven days from Monday, each with its intervals in order. */
  week: Interval[][]
  closedDays: ClosedDay[]
}

/** Open or closed now, and until when; null: no change within `horizonDays`. */
export interface Opening {
  open: boolean
  until: Date | null
}

export const minutesPerDay = 1_440
/** No further ahead is the next opening looked for. */
export const horizonDays = 70

/** An interval that ends before it begins, or begins before the one it follows has ended. */
export interface HoursFault {
  day: number
  interval: number
  is: 'backwards' | 'overlap'
}

/** The first thing wrong in each day's intervals. They may stand in any order: `overlap` names the later one of two. */
export function faultsOf(week: readonly (readonly Interval[])[]): HoursFault[] {
  return week.flatMap((intervals, day): HoursFault[] => {
    const backwards = intervals.findIndex(({ fromMinute, toMinute }) => toMinute <= fromMinute)
    if (backwards >= 0) return [{ day, interval: backwards, is: 'backwards' }]
    const inOrder = intervals.map((each, interval) => ({ ...each, interval })).sort(byBeginning)
    const overlapping = inOrder.find(({ fromMinute }, place) => fromMinute < (inOrder[place - 1]?.toMinute ?? 0))
    return overlapping ? [{ day, interval: overlapping.interval, is: 'overlap' }] : []
  })
}

const byBeginning = (one: Interval, other: Interval) => one.fromMinute - other.fromMinute

/**
 * Whether hours are open at an instant, and when that changes. Hours are read off the clock on the wall: an hour that a change of
 * clocks skips is not there, one that it repeats counts twice, and what ends at 24:00 goes on in what begins at 0:00.
 */
export function openingOf(hours: OpeningHours, now: Date): Opening {
  if (hours.opens === 'always') return { open: true, until: null }
  const at = now.getTime()
  const open = isOpenAt(hours, at)
  const today = dayOf(wallClock(hours.zone, at))
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    const change = edgesOf(hours, today + ahead * dayMs).find((edge) => edge > at && isOpenAt(hours, edge) !== open)
    if (change !== undefined) return { open, until: new Date(change) }
  }
  return { open, until: null }
}

function isOpenAt({ zone, week, closedDays }: OpeningHours, at: number): boolean {
  const clock = wallClock(zone, at)
  const day = dayOf(clock)
  const date = new Date(day).toISOString().slice(0, 10)
  if (closedDays.some((closed) => closed.date === date)) return false
  const minute = (clock - day) / minuteMs
  return intervalsOf(week, day).some(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)
}

/** The instants of a day at which something may change, in order: where intervals begin and end, midnight, and the clocks' own changes. */
function edgesOf({ zone, week }: OpeningHours, day: number): number[] {
  // No clock is further than this from UTC, and none changes twice in such a time.
  const [from, to] = [day - 14 * 60 * minuteMs, day + dayMs + 14 * 60 * minuteMs]
  const [before, after] = [offsetAt(zone, from), offsetAt(zone, to)]
  const walls = [0, ...intervalsOf(week, day).flatMap((each) => [each.fromMinute, each.toMinute])].map(
    (minute) => day + minute * minuteMs,
  )
  const edges = [...new Set([before, after])].flatMap((offset) =>
    walls.map((wall) => wall - offset).filter((at) => offsetAt(zone, at) === offset),
  )
  if (before !== after) edges.push(changeOfClocks(zone, from, to))
  return edges.sort((one, other) => one - other)
}

const intervalsOf = (week: OpeningHours['week'], day: number): readonly Interval[] =>
  week[(new Date(day).getUTCDay() + 6) % 7] ?? []
