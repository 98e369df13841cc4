import type { JournalEntry } from '#contract/journal.ts'
import { calendarDays, formatDay } from '../../ui/time/format-time.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { useSpeech } from '../../ui/words.tsx'
import { EntryRow } from './entry-row.tsx'

/** Entries under their days. */
export function DayList({ entries }: { entries: readonly JournalEntry[] }) {
  const { tag } = useSpeech()
  const now = useNow(60_000)
  return (
    <div className="grid gap-5">
      {byDay(entries).map((those) => (
        <section key={new Date(those[0].at).toDateString()} className="grid gap-2">
          <h2 className="px-1 text-xs font-medium text-ink-soft first-letter:uppercase">
            {formatDay(new Date(those[0].at), now, tag)}
          </h2>
          <ul className="overflow-hidden rounded-l border border-line bg-surface">
            {those.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type Day = [JournalEntry, ...JournalEntry[]]

/** Days of the reader's zone. */
function byDay(entries: readonly JournalEntry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    if (last && calendarDays(new Date(entry.at), new Date(last[0].at)) === 0) last.push(entry)
    else days.push([entry])
  }
  return days
}
