import type { Greeting } from '#contract/visitors.ts'

type Presence = Pick<Greeting, 'state' | 'whenNobody' | 'changesAt'>

/** A timer that waits longer than this fires at once. */
const longestMs = 2 ** 31 - 1

/** Open with nobody there, or closed. */
export const isNobodyThere = ({ state }: Pick<Presence, 'state'>): boolean => state === 'absent' || state === 'closed'

/** Whether a page shows nothing at all; whoever has spoken here before still finds what was said. */
export const isHidden = (greeting: Presence): boolean =>
  greeting.state === 'paused' || (greeting.whenNobody === 'hidden' && isNobodyThere(greeting))

/** When to ask again: as the opening hours begin or end, and no later than after `atMostMs`. Never in a rush: clocks differ. */
export function askAgainMs({ changesAt }: Pick<Presence, 'changesAt'>, nowMs: number, atMostMs = longestMs): number {
  const changeMs = changesAt ? Date.parse(changesAt) - nowMs : longestMs
  return Math.max(5_000, Math.min(changeMs, atMostMs))
}
