// Free of the validator: console and widget read clocks by the server's own rules.

/** From an instant to another, in milliseconds since 1970; the end is not part of it. */
export interface Span {
  from: number
  to: number
}

/**
 * What a clock on the wall shows, counted as the instant at which a clock at UTC shows the same. Two such times are compared and
 * subtracted as calendars do, whatever the clocks of the zone did in between.
 */
export type WallTime = number

export const minuteMs = 60_000
export const dayMs = 1_440 * minuteMs

/** Whether clocks of this name exist, for whoever runs this. */
export function isTimeZone(name: string): boolean {
  // Offsets ("+02:00") are taken by some engines and know no summer.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** What the clock on the wall shows at an instant, to the second. */
export function wallClock(zone: string, at: number): WallTime {
  const shown = Object.fromEntries(
    clockIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Midnight of the day a clock shows. */
export const dayOf = (clock: WallTime): WallTime => Math.floor(clock / dayMs) * dayMs

/** How far the clocks of a zone are ahead of UTC at an instant. */
export const offsetAt = (zone: string, at: number): number => {
  const whole = Math.floor(at / 1_000) * 1_000
  return wallClock(zone, whole) - whole
}

/** A stretch of time in which the clocks of a zone did not change. */
export interface Stretch extends Span {
  offset: number
}

/** The stretches that make up a span, in order. */
export function stretchesOf(zone: string, { from, to }: Span): Stretch[] {
  const stretches: Stretch[] = []
  let stretch: Stretch = { from, to, offset: offsetAt(zone, from) }
  // No zone changes its clocks twice within a day.
  for (let at = from; at < to; at += dayMs) {
    const later = Math.min(at + dayMs, to)
    const offset = offsetAt(zone, later)
    if (offset === stretch.offset) continue
    const change = changeOfClocks(zone, at, later)
    stretches.push({ ...stretch, to: change })
    stretch = { from: change, to, offset }
  }
  return [...stretches, stretch].filter((one) => one.from < one.to)
}

/**
 * The time during which the clocks show something from `from` to before `to`: an hour they skip is not there, one they repeat is
 * there twice. In order, and as many parts as the clocks make of it; only what lies within the stretches.
 */
export const instantsOf = (stretches: readonly Stretch[], wall: { from: WallTime; to: WallTime }): Span[] =>
  joined(
    stretches.flatMap(({ from, to, offset }) => {
      const span = { from: Math.max(from, wall.from - offset), to: Math.min(to, wall.to - offset) }
      return span.from < span.to ? [span] : []
    }),
  )

/** The instants at which the clocks show this: none when they skip it, two when they show it again. */
export function momentsOf(zone: string, wall: WallTime): number[] {
  const stretches = stretchesOf(zone, { from: wall - dayMs, to: wall + dayMs })
  return stretches.map(({ offset }) => wall - offset).filter((at) => wallClock(zone, at) === wall)
}

/** The first instant of the later offset. */
export function changeOfClocks(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from)
  let [earlier, later] = [from, to]
  while (later - earlier > minuteMs) {
    const middle = earlier + Math.floor((later - earlier) / 2 / minuteMs) * minuteMs
    if (offsetAt(zone, middle) === before) earlier = middle
    else later = middle
  }
  return later
}

/** Spans in order of their beginnings, those that overlap or touch made one. */
export function joined(spans: readonly Span[]): Span[] {
  const runs: Span[] = []
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = runs.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else runs.push({ ...span })
  }
  return runs
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Made once a zone: making one takes a thousand times as long as asking it. */
function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, clock)
  return clock
}
