import { minuteMs } from '#contract/wall-clock.ts'
import { type Day, daysFrom, instantAt, minuteOf } from '../grid/days.ts'

const quarter = 15

/** The nearest quarter of an hour of a day's clocks. */
export const snapped = (minute: number): number =>
  Math.min(1_440 - quarter, Math.max(0, Math.round(minute / quarter) * quarter))

/** So many quarters earlier or later; from within a quarter first to its edge. */
export function byQuarters(at: number, quarters: number): number {
  const stepMs = quarter * minuteMs
  // Zones are whole quarters away from UTC: its quarters are everybody's.
  const edge = quarters < 0 ? Math.ceil(at / stepMs) : Math.floor(at / stepMs)
  return (edge + quarters) * stepMs
}

/** The same time of day, so many days earlier or later by the clocks of a zone. */
export function byDays(zone: string, at: number, days: number): number {
  const [day] = daysFrom(zone, at, 1)
  if (!day) return at
  return inDay(zone, day, at, days)
}

function inDay(zone: string, day: Day, at: number, days: number): number {
  const minute = minuteOf(zone, day, at)
  const wall = day.wall + days * 1_440 * minuteMs
  return instantAt(zone, { ...day, wall }, minute)
}
