import { useState } from 'react'
import type { JournalEntry } from '#contract/journal.ts'

/** Holds what comes new outside while `isHeld`; what is older may be added below. `release` lets it in. */
export function useHeldEntries(entries: readonly JournalEntry[], isHeld: boolean) {
  const [first, setFirst] = useState<JournalEntry['id'] | null>(null)
  // Set while drawing, as React allows for state that follows props: an effect would show the newcomers for one frame.
  if (isHeld && first === null && entries[0]) setFirst(entries[0].id)
  if (!isHeld && first !== null) setFirst(null)
  const waiting = Math.max(0, first === null ? 0 : entries.findIndex(({ id }) => id === first))
  return { shown: entries.slice(waiting), waiting, release: () => setFirst(entries[0]?.id ?? null) }
}
