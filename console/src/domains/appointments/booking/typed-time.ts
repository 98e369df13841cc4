import { daysFrom, instantAt } from '../grid/days.ts'
import { noonOf } from '../periods.ts'

/** The instant at which clocks show a day and an hour as fields hold them, 2026-11-25 and 15:30; null while one is missing. */
export function instantOf(zone: string, day: string, hour: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(hour) ?? []
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || hours === undefined || minutes === undefined) return null
  const [found] = daysFrom(zone, noonOf(zone, day), 1)
  return found ? instantAt(zone, found, Number(hours) * 60 + Number(minutes)) : null
}
