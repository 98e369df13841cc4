/** So few picks say nothing about the next. */
const fewestWaits = 5
/** What is recent: so many picks of a channel, none older. */
export const waitsCounted = 20
export const waitsRecentMs = 14 * 24 * 60 * 60 * 1000

/** The wait that half of the last ones were shorter than; null: too few to say. */
export function usualWaitMs(waitsMs: readonly number[]): number | null {
  if (waitsMs.length < fewestWaits) return null
  const sorted = waitsMs.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : Math.round((low + high) / 2)
}

/** How much longer it usually takes; null: nobody can say, or it took longer already, and a number would be a comfort alone. */
export function estimateMs(usualMs: number | null, waitedMs: number): number | null {
  return usualMs === null || waitedMs >= usualMs ? null : usualMs - waitedMs
}

/** The nearer, the sooner: who is far behind learns nothing by asking often. */
export function askAgainMs(place: number): number {
  if (place <= 3) return 5_000
  return place <= 10 ? 10_000 : 30_000
}
