import { dayMs, dayOf, momentsOf, type Span, type WallTime, wallClock } from '#contract/wall-clock.ts'

/** A day as the clocks of a zone have it: mostly 24 hours. */
export interface Day extends Span {
  /** Its midnight, by the clock on the wall. */
  wall: WallTime
}

/** The day that contains an instant, and as many after it as are asked for. */
export function daysFrom(zone: string, at: number, count: number): Day[] {
  const first = dayOf(wallClock(zone, at))
  return Array.from({ length: count }, (_, number) => {
    const wall = first + number * dayMs
    return { wall, from: midnightOf(zone, wall), to: midnightOf(zone, wall + dayMs) }
  })
}

/** The week that contains an instant; it begins on Monday, or where weeks do in a language. */
export function weekOf(zone: string, at: number, firstDay = 1): Day[] {
  const wall = dayOf(wallClock(zone, at))
  const since = (new Date(wall).getUTCDay() - firstDay + 7) % 7
  return daysFrom(zone, midnightOf(zone, wall - since * dayMs), 7)
}

/** Some zones begin a day at one: the first moment that the clocks show. */
function midnightOf(zone: string, wall: WallTime): number {
  for (let later = 0; later < 180; later += 30) {
    const [moment] = momentsOf(zone, wall + later * 60_000)
    if (moment !== undefined) return moment
  }
  return wall
}

/** How far down a day an instant is drawn, in minutes as clocks show them: nine is nine, though the night had 25 hours. */
export const minuteOf = (zone: string, day: Day, at: number): number => {
  if (at >= day.to) return 1_440
  if (at <= day.from) return 0
  return Math.min(1_440, Math.max(0, (wallClock(zone, at) - day.wall) / 60_000))
}

/** The instant that clocks show at a place in a day; of an hour they skip the one after it, of one they repeat the first. */
export function instantAt(zone: string, day: Day, minute: number): number {
  for (let later = 0; later <= 120; later += 5) {
    const [moment] = momentsOf(zone, day.wall + (minute + later) * 60_000)
    if (moment !== undefined) return moment
  }
  return day.from + minute * 60_000
}
