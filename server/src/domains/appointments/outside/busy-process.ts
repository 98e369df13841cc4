/** The process of read-calendar.ts: what a calendar built to do harm does, it does here. */
import { firstToGo } from '#server/platform/first-to-go.ts'
import { busyTimes, isWholeCalendar, zoneOf } from './busy-times.ts'
import type { BusyQuestion, Reading } from './read-calendar.ts'

/** One meeting each hour of every working day has fewer. */
const mostSpans = 5_000

firstToGo()

process.on('message', (question: BusyQuestion) => {
  process.send?.(read(question))
})

function read({ file, window, ...asked }: BusyQuestion): Reading {
  const text = new TextDecoder().decode(file)
  if (!isWholeCalendar(text)) return { fault: 'not-a-calendar' }
  const zone = zoneOf(text) ?? asked.zone
  // The library reads whole days by the clocks of its process; this one is of a single calendar.
  process.env.TZ = zone
  try {
    const busy = busyTimes(text, { zone, window })
    return busy.length > mostSpans ? { fault: 'too-large' } : { busy }
  } catch (error) {
    return { fault: isWithoutMeasure(error) ? 'too-large' : 'not-a-calendar' }
  }
}

/** The library follows a rule some ten thousand times and no further; it has words for that alone, no code. */
const isWithoutMeasure = (error: unknown): boolean =>
  error instanceof Error && /^Maximum .* exceeded/.test(error.message)
