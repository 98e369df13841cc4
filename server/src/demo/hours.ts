/** When people are there: local hours of a day, the same every day. */
export interface Hours {
  /** IANA name. */
  zone: string
  from: number
  to: number
}

const quarterMs = 15 * 60_000

/** Hours and minutes as one figure: 14.5 is half past two. */
export function localHour(at: number, zone: string): number {
  const [hour = 0, minute = 0] = clockIn(zone).format(at).split(':').map(Number)
  return hour + minute / 60
}

export const isWithin = (at: number, { zone, from, to }: Hours): boolean => {
  const hour = localHour(at, zone)
  return hour >= from && hour < to
}

/** The instant itself when it is within the hours, else some minutes after they next begin. */
export function nextWithin(at: number, hours: Hours): number {
  let then = at
  while (!isWithin(then, hours)) then += quarterMs
  return then
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Made once a zone: making one takes a thousand times as long as asking it. */
function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(zone, clock)
  return clock
}
