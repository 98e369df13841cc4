/** Days are counted from today, by the clocks of this device: 0 is today. */
export type DayNumber = number

const daysPerWeek = 7
/** So many weeks are asked for at once. */
const weeksPerLook = 8
/** Nothing is offered further ahead than a year. */
export const lastWeek = 52

export const lookOf = (week: number): number => Math.floor(week / weeksPerLook)
export const weekOf = (day: DayNumber): number => Math.floor(day / daysPerWeek)
export const firstWeekAfter = (look: number): number => (look + 1) * weeksPerLook
export const daysOf = (week: number): DayNumber[] =>
  Array.from({ length: daysPerWeek }, (_, number) => week * daysPerWeek + number)

/** Midnight at which a day begins; a day has 23 or 25 hours where clocks change. */
export const dayAt = (today: Date, day: DayNumber): Date =>
  new Date(today.getFullYear(), today.getMonth(), today.getDate() + day)

export const dayNumberOf = (today: Date, at: Date): DayNumber =>
  Math.round((dayAt(at, 0).getTime() - dayAt(today, 0).getTime()) / 86_400_000)

/** What is asked for at once. */
export function windowOf(today: Date, look: number): { from: string; to: string } {
  const edge = (number: number) => dayAt(today, number * weeksPerLook * daysPerWeek).toISOString()
  return { from: edge(look), to: edge(look + 1) }
}

/** Free times by their day, in order. */
export function timesByDay(today: Date, times: readonly string[]): Map<DayNumber, string[]> {
  const days = new Map<DayNumber, string[]>()
  for (const time of [...times].sort()) {
    const day = dayNumberOf(today, new Date(time))
    days.set(day, [...(days.get(day) ?? []), time])
  }
  return days
}

/** The first day from this one on that has a free time. */
export const firstFreeFrom = (days: ReadonlyMap<DayNumber, unknown>, from: DayNumber): DayNumber | undefined =>
  [...days.keys()].find((day) => day >= from)
