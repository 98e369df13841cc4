const hourMs = 60 * 60 * 1_000
const dayMs = 24 * hourMs

/** A midnight far enough ahead that no history lasts until then. */
const firstHour = Math.ceil(Date.now() / dayMs) * dayMs + 14 * dayMs

/** When an hour begins that can be booked; before the first they are long over. */
export const instantOf = (hour: number): string =>
  new Date(hour < 0 ? firstHour - 60 * dayMs : firstHour + hour * hourMs).toISOString()

/** Some days around all of them. */
export const aroundAllHours = {
  from: new Date(firstHour - dayMs).toISOString(),
  to: new Date(firstHour + 2 * dayMs).toISOString(),
}
