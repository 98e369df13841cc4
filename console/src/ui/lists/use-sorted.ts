import { useMemo, useState } from 'react'
import { useSpeech } from '../words.tsx'

export interface Sorting {
  key: string
  way: 'up' | 'down'
}

/** What a row is sorted by; null comes last, whichever way. */
export type SortValue = string | number | null

/** Rows in the order the reader chose, text as their language sorts it. */
export function useSorted<T>(rows: readonly T[], sortValueOf: (row: T, key: string) => SortValue, first: Sorting) {
  const { tag } = useSpeech()
  const [sorting, setSorting] = useState(first)
  const sorted = useMemo(() => {
    const collator = new Intl.Collator(tag, { sensitivity: 'base', numeric: true })
    const sign = sorting.way === 'up' ? 1 : -1
    return [...rows].sort((one, other) => {
      const [a, b] = [sortValueOf(one, sorting.key), sortValueOf(other, sorting.key)]
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
    })
  }, [rows, sortValueOf, sorting, tag])
  return { sorted, sorting, setSorting }
}
