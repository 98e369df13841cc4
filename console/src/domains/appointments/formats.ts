import { withFirst } from '#words/first-of-month.ts'

/** Where the reader is: all times of the page are by these clocks. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

interface Reader {
  tag: string
  zone: string
}

/** 15:30 */
export const hourOf = (at: number | string, { tag, zone }: Reader): string =>
  new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at))

/** From an hour to another. */
export const hoursOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, { tag, zone }: Reader): string =>
  new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone: zone }).formatRange(
    new Date(startsAt),
    new Date(endsAt),
  )

/** mercredi 25 novembre, 15:00 – 16:00; where it reaches over midnight, both days. */
export const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, { tag, zone }: Reader): string =>
  withFirst(inFull(tag, zone).formatRange(new Date(startsAt), new Date(endsAt)), tag)

/** mercredi 25 novembre à 15:30 */
export const whenOf = (at: number | string, { tag, zone }: Reader): string =>
  withFirst(inFull(tag, zone).format(new Date(at)), tag)

const inFull = (tag: string, zone: string) =>
  new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })

/** mercredi 25 novembre, of what a clock on the wall shows. */
export const dayOfWall = (wall: number, tag: string): string =>
  withFirst(
    new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(wall),
    tag,
  )

/** 23–29 novembre 2026 */
export function periodOf(days: readonly { wall: number }[], tag: string, month: 'long' | 'short' = 'long'): string {
  const [first, last] = [days[0]?.wall ?? 0, days.at(-1)?.wall ?? 0]
  const isDay = first === last
  const written = new Intl.DateTimeFormat(tag, {
    ...(isDay && { weekday: 'long' }),
    day: 'numeric',
    month: isDay ? 'long' : month,
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(first, last)
  return withFirst(written, tag)
}

/** A zone as its city: Paris. */
export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
