import { expandRecurringEvent, sync, type VEvent, type VFreebusy } from 'node-ical'
import { isTimeZone, joined, type Span } from '#contract/wall-clock.ts'

/** From its first line to its last: one that was cut off in between would free what it has not told yet. */
export const isWholeCalendar = (text: string): boolean =>
  /^\s*BEGIN:VCALENDAR\s/i.test(text) && /\sEND:VCALENDAR\s*$/i.test(text)

/** Whose clocks a calendar goes by, where it says so by a name that clocks have: the whole of it, or the first zone it describes. */
export const zoneOf = (text: string): string | undefined =>
  [/^X-WR-TIMEZONE:(.+)$/im, /^TZID:(.+)$/im]
    .map((line) => line.exec(text)?.[1]?.trim() ?? '')
    .find((name) => isTimeZone(name))

/**
 * When a calendar says that its owner is busy, in order and joined: no entry that is free, called off or outside the window. Whole
 * days are read by the clocks of this process, which the calendar's own have to be; other times without a zone by those of `zone`.
 *
 * @throws when it is none, or holds an entry that cannot be understood
 */
export function busyTimes(text: string, { zone, window }: { zone: string; window: Span }): Span[] {
  const entries = Object.values(sync.parseICS(zoned(text, zone)))
  const spans = entries.flatMap((entry) => {
    if (entry?.type === 'VEVENT') return timesOfEvent(entry, window)
    return entry?.type === 'VFREEBUSY' ? timesOfPublished(entry) : []
  })
  return joined(
    spans
      .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
      // An instant that cannot be read is not a number, and in no order with another.
      .filter(({ from, to }) => from < to),
  )
}

/** The library counts what repeats of a time without a zone by UTC, whatever the clocks do: here each gets a zone by name. */
const zoned = (text: string, zone: string): string =>
  text.replaceAll(
    /^(?:DTSTART|DTEND|RECURRENCE-ID|EXDATE)(?:;VALUE=DATE-TIME)?(?=:\d{8}T\d{6}(?:,|\s*$))/gm,
    `$&;TZID=${zone}`,
  )

function timesOfEvent(event: VEvent, window: Span): Span[] {
  const within = { from: new Date(window.from), to: new Date(window.to), expandOngoing: true }
  // One that is invited to single times of a series has these, and no rule.
  const single = Object.values(event.recurrences ?? {}) as VEvent[] // Typed without a field that each may lack.
  const all = event.rrule ? [event] : [event, ...single]
  return all
    .flatMap((one) => expandRecurringEvent(one, within))
    .filter((instance) => isBusy(instance.event))
    .map(({ start, end }) => ({ from: start.getTime(), to: end.getTime() }))
}

const isBusy = ({ status, transparency }: VEvent): boolean =>
  wordOf(status) !== 'CANCELLED' && wordOf(transparency) !== 'TRANSPARENT'

/** As it is told with parameters or without. */
const wordOf = (value: unknown): string => String(Object(value).val ?? value).toUpperCase()

/** A calendar that tells nothing but these. */
const timesOfPublished = ({ freebusy = [] }: VFreebusy): Span[] =>
  freebusy.filter(({ type }) => type !== 'FREE').map(({ start, end }) => ({ from: Number(start), to: Number(end) }))
