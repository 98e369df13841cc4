import { calendarWords } from '#words/calendar.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { useShownCalendar } from '../shown-calendar.ts'
import { type Day, minuteOf } from './days.ts'

/** Where the day is. */
export function NowLine({ day }: { day: Day }) {
  const words = calendarWords(useSpeech().locale)
  const { zone, now } = useShownCalendar()
  if (now < day.from || now >= day.to) return null
  return (
    <div
      className="pointer-events-none absolute inset-x-0 z-2 h-0.5 bg-red before:absolute before:-top-1 before:left-0 before:size-2.5 before:rounded-full before:bg-red"
      style={{ top: `${(minuteOf(zone, day, now) / 1_440) * 100}%` }}
    >
      <span className="unseen">{words.now}</span>
    </div>
  )
}
