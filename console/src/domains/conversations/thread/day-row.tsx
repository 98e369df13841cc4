import { calendarDays, formatDay } from '../../../ui/time/format-time.ts'
import { useNow } from '../../../ui/time/use-now.ts'
import { useSpeech } from '../../../ui/words.tsx'

const minuteMs = 60_000

/** Between the messages of two days. */
export function DayRow({ at }: { at: string }) {
  const { tag, words } = useSpeech()
  const now = useNow(minuteMs)
  const date = new Date(at)
  const { today, yesterday } = words.conversations.thread
  const name = [today, yesterday][calendarDays(date, now)] ?? formatDay(date, now, tag)
  return (
    <div className="my-2 flex items-center gap-3 text-xs font-medium text-ink-soft">
      <span className="h-px flex-1 bg-line" />
      <time dateTime={at}>{name}</time>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}
