/** A way that goes across between two rows. */
export interface Crossing {
  key: string
  to: string
  from: number
  until: number
}

/**
 * Lanes between two rows, the first at the top: ways to one step share theirs, ways to different steps that would lie on each other get
 * one each.
 */
export function layLanes(crossings: readonly Crossing[]): { count: number; laneOf: (key: string) => number } {
  const lanes: { to: string; left: number; right: number }[][] = []
  const laneOf = new Map<string, number>()
  const sorted = crossings
    .map(({ from, until, ...rest }) => ({ ...rest, left: Math.min(from, until), right: Math.max(from, until) }))
    .sort((one, other) => one.left - other.left || one.right - other.right)
  for (const { key, to, left, right } of sorted) {
    const isFree = (lane: (typeof lanes)[number]) =>
      lane.every((taken) => taken.to === to || taken.right + gap < left || right + gap < taken.left)
    const found = lanes.findIndex(isFree)
    const at = found < 0 ? lanes.length : found
    lanes[at] = [...(lanes[at] ?? []), { to, left, right }]
    laneOf.set(key, at)
  }
  return { count: lanes.length, laneOf: (key) => laneOf.get(key) ?? 0 }
}

const gap = 8
