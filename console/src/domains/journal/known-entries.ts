import type { JournalEntry } from '#contract/journal.ts'

/** What of the journal is at hand, newest first and without a gap. */
export interface KnownEntries {
  entries: readonly JournalEntry[]
  /** Whether there are older ones. */
  more: boolean
}

/**
 * The newest page as it is now, before what was known. Nothing in a journal changes, so entries are only ever added; where
 * more came meanwhile than a page holds, the two do not meet, and the old ones are fetched anew.
 */
export function withNewest(known: KnownEntries | null, newest: KnownEntries): KnownEntries {
  if (!known) return newest
  const ids = new Set(known.entries.map(({ id }) => id))
  const meets = newest.entries.some(({ id }) => ids.has(id))
  if (!meets) return newest
  const fresh = newest.entries.filter(({ id }) => !ids.has(id))
  return fresh.length === 0 ? known : { entries: [...fresh, ...known.entries].sort(newestFirst), more: known.more }
}

export const withOlder = (known: KnownEntries, older: KnownEntries): KnownEntries => {
  const ids = new Set(known.entries.map(({ id }) => id))
  return { entries: [...known.entries, ...older.entries.filter(({ id }) => !ids.has(id))], more: older.more }
}

/** An entry that a job wrote takes the place of its instant, below what came meanwhile. */
function newestFirst(one: JournalEntry, other: JournalEntry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  return one.id < other.id ? 1 : -1
}
