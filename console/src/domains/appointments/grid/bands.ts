import type { Span } from '#contract/wall-clock.ts'
import { type Day, minuteOf } from './days.ts'

/** A part of a day as it is drawn, from a minute of its clocks to another. */
export interface Band {
  from: number
  to: number
}

const dayMinutes = 1_440

/** What of a span is drawn in a day; null: nothing. What clocks show twice has no length of its own: the shortest is drawn. */
export function bandOf(zone: string, day: Day, { from, to }: Span, shortest = 0): Band | null {
  if (from >= day.to || to <= day.from) return null
  const top = minuteOf(zone, day, from)
  const bottom = Math.max(minuteOf(zone, day, to), top + shortest)
  return { from: Math.min(top, dayMinutes - shortest), to: Math.min(bottom, dayMinutes) }
}

/** What is left of a day between bands that are in order and apart. */
export function gapsOf(bands: readonly Band[]): Band[] {
  const edges = [0, ...bands.flatMap(({ from, to }) => [from, to]), dayMinutes]
  const gaps: Band[] = []
  for (let at = 0; at < edges.length; at += 2) {
    const gap = { from: edges[at] ?? 0, to: edges[at + 1] ?? dayMinutes }
    if (gap.from < gap.to) gaps.push(gap)
  }
  return gaps
}

/** As a place in a column that is a day high. */
export const placeOf = ({ from, to }: Band) => ({
  top: `${(from / dayMinutes) * 100}%`,
  height: `${((to - from) / dayMinutes) * 100}%`,
})
