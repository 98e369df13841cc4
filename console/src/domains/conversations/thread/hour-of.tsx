import { formatExact, formatHour } from '../../../ui/time/format-time.ts'
import { useSpeech } from '../../../ui/words.tsx'

/** The hour of a message; the day stands above it, the exact instant on hover. */
export function HourOf({ at }: { at: string }) {
  const { tag } = useSpeech()
  const date = new Date(at)
  return (
    <time dateTime={at} title={formatExact(date, tag)}>
      {formatHour(date, tag)}
    </time>
  )
}
