import { join } from 'node:path'
import type { outsideFaults } from '#contract/appointments/openings.ts'
import { limits } from '#contract/limits.ts'
import type { Span } from '#contract/wall-clock.ts'
import { fetchSafely } from '#server/platform/fetch-safely.ts'
import { workApart } from '#server/platform/work-apart.ts'

/** When another calendar says somebody is busy, or why it cannot be read. */
export type Reading = { busy: Span[] } | { fault: (typeof outsideFaults)[number] }

export interface BusyQuestion {
  file: Uint8Array
  /** Whose clocks count where the calendar names none. */
  zone: string
  window: Span
}

/** How long it may take until a calendar is here, and then until it is understood. */
export interface Patience {
  fetchMs: number
  readMs: number
}

const usualPatience: Patience = { fetchMs: 5_000, readMs: 10_000 }
const findBusy = workApart<BusyQuestion, Reading>(join(import.meta.dirname, 'busy-process.ts'), {
  heapMb: 256,
  isAlone: true,
})

/**
 * Reads another calendar: fetched from no private address, and understood in a process of its own, which one that repeats without
 * measure may end. Rejects when the signal ends it.
 */
export async function readCalendar(
  { url, zone, window }: { url: string; zone: string; window: Span },
  {
    trusted,
    signal,
    patience = usualPatience,
  }: { trusted: readonly string[]; signal: AbortSignal; patience?: Patience | undefined },
): Promise<Reading> {
  const fetched = await fetchSafely(new URL(url), {
    accept: 'text/calendar, */*;q=0.1',
    mostBytes: limits.outsideCalendarBytes,
    withinMs: patience.fetchMs,
    trusted,
    signal,
  })
  if ('fault' in fetched) return fetched
  const reading = await findBusy(async () => ({ file: fetched.body, zone, window }), patience.readMs)
  // What takes so much time or memory has too much in it.
  return reading ?? { fault: 'too-large' }
}
