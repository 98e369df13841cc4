export interface Sorting {
  key: string
  way: 'up' | 'down'
}

/** What a row is sorted by; null comes last, whichever way. */
export type SortValue = string | number | null

/** Rows in the order the reader chose, text as their language sorts it; rows that are equal keep their order. */
export function sortRows<T>(
  rows: readonly T[],
  sortValueOf: (row: T, key: string) => SortValue,
  sorting: Sorting,
  collator: Intl.Collator,
): T[] {
  const sign = sorting.way === 'up' ? 1 : -1
  return rows
    .map((row) => ({ row, value: sortValueOf(row, sorting.key) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
    })
    .map(({ row }) => row)
}
