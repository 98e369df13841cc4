import type { Span } from '#contract/wall-clock.ts'

/** Where something is drawn beside what it overlaps: in which of how many columns, as wide as it can be. */
export interface Place {
  column: number
  /** How many columns there are at that time. */
  columns: number
  /** How many of them it takes. */
  width: number
}

/**
 * Puts what overlaps side by side: each in the first column that is free when it begins, and as wide as those to its right leave it.
 * Answers in the order in which they were given.
 */
export function inColumns(spans: readonly Span[]): Place[] {
  const places = new Map<number, Place>()
  const inOrder = spans
    .map((span, index) => ({ ...span, index }))
    .sort((one, other) => one.from - other.from || other.to - one.to)
  for (const cluster of clustersOf(inOrder)) {
    const columns: (typeof inOrder)[] = []
    for (const one of cluster) {
      const free = columns.find((column) => (column.at(-1)?.to ?? 0) <= one.from)
      if (free) free.push(one)
      else columns.push([one])
    }
    for (const [column, held] of columns.entries())
      for (const one of held)
        places.set(one.index, { column, columns: columns.length, width: freeTo(one, columns.slice(column + 1)) })
  }
  return spans.map((_, index) => places.get(index) ?? { column: 0, columns: 1, width: 1 })
}

/** Those that hang together by overlapping; what ends as another begins does not. */
function clustersOf<One extends Span>(inOrder: readonly One[]): One[][] {
  const clusters: One[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const one of inOrder) {
    if (one.from >= until) clusters.push([])
    clusters.at(-1)?.push(one)
    until = Math.max(until, one.to)
  }
  return clusters
}

function freeTo<One extends Span>(one: One, others: readonly (readonly One[])[]): number {
  const taken = others.findIndex((column) => column.some(({ from, to }) => from < one.to && to > one.from))
  return 1 + (taken < 0 ? others.length : taken)
}
