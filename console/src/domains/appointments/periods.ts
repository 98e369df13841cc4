import { type WallTime, wallClock } from '#contract/wall-clock.ts'
import type { CalendarView } from './address.ts'
import { type Day, daysFrom, instantAt, weekOf } from './grid/days.ts'

/** How many days a list shows at once. */
const listDays = 28

/** The days that a view shows around a day. */
export function daysShown(
  view: CalendarView,
  { zone, at, firstDay }: { zone: string; at: number; firstDay: number },
): Day[] {
  if (view === 'week') return weekOf(zone, at, firstDay)
  return daysFrom(zone, at, view === 'day' ? 1 : listDays)
}

/** How far forward or back leads. */
const stepDays: Record<CalendarView, number> = { day: 1, week: 7, list: listDays }

/** The day as an address holds it, 2026-11-25, so many steps of a view from one that it holds. */
export function stepFrom(date: string, view: CalendarView, steps: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return dateOf(Date.UTC(year, month - 1, day + steps * stepDays[view]))
}

/** 2026-11-25, of what a clock on the wall shows. */
export const dateOf = (wall: WallTime): string => new Date(wall).toISOString().slice(0, 10)

/** The day it is in a zone. */
export const dateAt = (zone: string, at: number): string => dateOf(wallClock(zone, at))

/** Noon of a day in a zone: no clock is changed then. */
export function noonOf(zone: string, date: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`)
  const [day] = daysFrom(zone, wall + 12 * 3_600_000, 1)
  // Twelve at UTC is the next day, or the one before, where clocks are more than twelve hours away.
  const found =
    day && day.wall === wall ? day : daysFrom(zone, wall + (day && day.wall < wall ? 36 : -12) * 3_600_000, 1)[0]
  return found ? instantAt(zone, found, 720) : wall
}

/** The first day of the week where a language is spoken, Sunday as 0; Monday where nobody says. */
export function firstDayIn(tag: string): number {
  try {
    const locale = new Intl.Locale(tag) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number }
      weekInfo?: { firstDay: number }
    }
    return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7
  } catch {
    return 1
  }
}

/** ISO 8601. */
export function weekNumber(wall: WallTime): number {
  const thursday = new Date(wall)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const yearBegins = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.ceil(((thursday.getTime() - yearBegins) / 86_400_000 + 1) / 7)
}

/** The weeks that a month is drawn in, days as clocks on the wall have them. */
export function weeksOfMonth(date: string, firstDay: number): WallTime[][] {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const first = Date.UTC(year, month - 1, 1)
  const since = (new Date(first).getUTCDay() - firstDay + 7) % 7
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => Date.UTC(year, month - 1, 1 - since + week * 7 + day)),
  ).filter(([begins = 0]) => begins < Date.UTC(year, month, 1))
}
