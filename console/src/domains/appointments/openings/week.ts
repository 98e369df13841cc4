import type { Opening } from '#contract/appointments/openings.ts'
import { dayMs, minuteMs, type Span, type WallTime } from '#contract/wall-clock.ts'
import { inColumns, type Place } from '../grid/columns.ts'
import { occurrencesIn } from './occurrences.ts'

/** One time at which an opening or absence happens, as far as it lies in a day. */
export interface DayPart {
  opening: Opening
  /** All of it, by the clock. */
  span: Span
  /** From a minute of the day to another. */
  fromMinute: number
  toMinute: number
  /** Beside others of its kind. */
  place: Place
}

/** What happens on a day, by its midnight on the clock: openings first, then absences, each in order. */
export function partsOf(openings: readonly Opening[], day: WallTime): DayPart[] {
  const within = { from: day, to: day + dayMs }
  return (['opening', 'absence'] as const).flatMap((kind) => {
    const times = openings
      .filter((one) => one.kind === kind)
      .flatMap((opening) =>
        occurrencesIn({ from: wall(opening.from), to: wall(opening.to), rule: opening.rule }, within).map((span) => ({
          opening,
          span,
        })),
      )
      .sort((one, other) => one.span.from - other.span.from)
    const cut = times.map(({ span }) => ({ from: Math.max(span.from, within.from), to: Math.min(span.to, within.to) }))
    const places = inColumns(cut)
    return times.map((time, index) => ({
      ...time,
      fromMinute: ((cut[index]?.from ?? day) - day) / minuteMs,
      toMinute: ((cut[index]?.to ?? day) - day) / minuteMs,
      place: places[index] ?? { column: 0, columns: 1, width: 1 },
    }))
  })
}

/** The hours worth drawing: a working day, and as much more as something happens in. */
export function shownHours(days: readonly (readonly { fromMinute: number; toMinute: number }[])[]): {
  first: number
  last: number
} {
  // What lasts the whole day would make every week as high as it can be.
  const parts = days.flat().filter(({ fromMinute, toMinute }) => toMinute - fromMinute < 1_440)
  return {
    first: Math.min(8, ...parts.map(({ fromMinute }) => Math.floor(fromMinute / 60))),
    last: Math.max(19, ...parts.map(({ toMinute }) => Math.ceil(toMinute / 60))),
  }
}

const wall = (text: string): WallTime => Date.parse(`${text}Z`)
