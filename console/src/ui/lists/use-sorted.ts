import { useMemo, useState } from 'react'
import { useSpeech } from '../words.tsx'
import { type Sorting, type SortValue, sortRows } from './sort-rows.ts'

/** How the reader's language sorts names: accents and case aside, numbers by their value. */
export function useCollator(): Intl.Collator {
  const { tag } = useSpeech()
  return useMemo(() => new Intl.Collator(tag, { sensitivity: 'base', numeric: true }), [tag])
}

/** Rows in the order the reader chooses, kept as long as the list is in sight. */
export function useSorted<T>(rows: readonly T[], sortValueOf: (row: T, key: string) => SortValue, first: Sorting) {
  const collator = useCollator()
  const [sorting, setSorting] = useState(first)
  const sorted = useMemo(() => sortRows(rows, sortValueOf, sorting, collator), [rows, sortValueOf, sorting, collator])
  return { sorted, sorting, setSorting }
}
