import { calendarWords } from '#words/calendar.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { markLook } from '../look/mark-look.ts'
import { markOf, useShownCalendar } from '../shown-calendar.ts'
import type { ColumnOfDay } from './day-column.tsx'

/** Over a column: its day, or whose it is; and how many appointments stand in it. */
export function ColumnHead({ column, isLane }: { column: ColumnOfDay; isLane: boolean }) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale)
  const shown = useShownCalendar()
  const { day, lanes, appointments } = column
  const isToday = shown.now >= day.from && shown.now < day.to
  const count = appointments.filter(({ state }) => state !== 'cancelled').length
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' }).format(day.wall)
  const [lane] = lanes
  return (
    <div className="flex min-w-0 items-baseline gap-1.5 border-l border-line px-2 py-2 text-s text-ink-soft tabular-nums">
      {isLane && lane ? (
        <span className="flex min-w-0 items-center gap-2 self-center">
          <span
            aria-hidden="true"
            className={classNames('size-3.5 flex-none rounded-xs', markLook(markOf(shown, lane.agent.id)))}
          />
          <b className="truncate text-ink">{lane.agent.name}</b>
        </span>
      ) : (
        <h3 aria-current={isToday ? 'date' : undefined} className="flex min-w-0 items-baseline gap-1.5">
          <span className="truncate">{weekday}</span>
          <b className={classNames('text-l', isToday ? 'rounded-s bg-green px-1.5 text-green-ink' : 'text-ink')}>
            {new Date(day.wall).getUTCDate()}
          </b>
        </h3>
      )}
      {count > 0 && (
        <span className="ml-auto text-xs">
          <span aria-hidden="true">{count}</span>
          <span className="unseen">{words.counted(count)}</span>
        </span>
      )}
    </div>
  )
}
