import { useSpeech } from '../words.tsx'
import { formatClock, formatDuration, formatExact, formatRelative } from './format-time.ts'
import { useNow } from './use-now.ts'

interface TimeProps {
  /** An instant: RFC 3339 text, or a date. */
  at: string | Date
  className?: string
}

const minuteStepMs = 15_000

/** « il y a 12 min », moving on by itself; the exact instant on hover. */
export function RelativeTime({ at, className }: TimeProps) {
  const { tag, words } = useSpeech()
  const now = useNow(minuteStepMs)
  return <Instant at={at} className={className} shown={formatRelative(new Date(at), now, tag, words.ui.time)} />
}

/** « 14:10 » today, « hier », « 12 sept. »: what a list has room for. */
export function ClockTime({ at, className }: TimeProps) {
  const { tag, words } = useSpeech()
  const now = useNow(minuteStepMs)
  return <Instant at={at} className={className} shown={formatClock(new Date(at), now, tag, words.ui.time)} />
}

/** How long since, or until: « 6 min », « 12 s ». Seconds tick only within the first minute. */
export function Duration({ at, className }: TimeProps) {
  const { words } = useSpeech()
  const date = new Date(at)
  const isNear = Math.abs(date.getTime() - Date.now()) < 90_000
  const now = useNow(isNear ? 1_000 : minuteStepMs)
  return (
    <Instant
      at={at}
      className={className}
      shown={formatDuration(Math.abs(now.getTime() - date.getTime()), words.ui.time)}
    />
  )
}

function Instant({ at, shown, className }: TimeProps & { shown: string }) {
  const { tag } = useSpeech()
  const date = new Date(at)
  return (
    <time dateTime={date.toISOString()} title={formatExact(date, tag)} className={className}>
      {shown}
    </time>
  )
}
