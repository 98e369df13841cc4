import type { Clock } from '../platform/clock.ts'

/** A clock that a test moves; it starts at the present, and stands still. */
export interface FakeClock extends Clock {
  advance(ms: number): void
}

export function fakeClock(start = new Date()): FakeClock {
  let present = start.getTime()
  return {
    now: () => new Date(present),
    advance(ms) {
      present += ms
    },
  }
}
