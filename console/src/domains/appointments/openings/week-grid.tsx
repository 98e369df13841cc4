import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { dayOfWall } from '../formats.ts'
import { PartMenu } from './part-menu.tsx'
import { weekdayOf } from './repeat.ts'
import { sayTime, weekdayName } from './say-opening.ts'
import { partHours, sayPart } from './say-part.ts'
import { useOpeningWords } from './use-opening-words.ts'
import { type DayPart, shownHours } from './week.ts'
import { busyLook, partLook } from './week-look.ts'
import { dateOfDay, type ShownDay, type WeekActs } from './week-view.tsx'

const hourPx = 30
/** Of an opening, beside an absence: as wide as a finger or a pointer needs. */
const edgePx = 26

interface WeekGridProps {
  days: readonly ShownDay[]
  acts: WeekActs | null
}

/** The days side by side, their hours from above to below. */
export function WeekGrid({ days, acts }: WeekGridProps) {
  const { tag } = useSpeech()
  const { first, last } = shownHours(days.map(({ parts }) => parts))
  const hours = Array.from({ length: last - first }, (_, index) => first + index)
  return (
    <div className="grid grid-cols-[3rem_repeat(7,minmax(0,1fr))] overflow-hidden rounded-l border border-line bg-surface">
      <span />
      {days.map((one) => (
        <Head key={one.day.wall} shown={one} acts={acts} />
      ))}
      <div className="relative border-t border-line" style={{ height: hours.length * hourPx }} aria-hidden="true">
        {hours.slice(1).map((hour) => (
          <span
            key={hour}
            className="absolute right-1.5 -translate-y-1/2 text-xs text-ink-soft tabular-nums"
            style={{ top: (hour - first) * hourPx }}
          >
            {sayTime(hour * 3_600_000, tag)}
          </span>
        ))}
      </div>
      {days.map((one) => (
        <Column key={one.day.wall} shown={one} hours={{ first, last }} acts={acts} />
      ))}
    </div>
  )
}

function Head({ shown: { day, holidays }, acts }: { shown: ShownDay; acts: WeekActs | null }) {
  const { tag } = useSpeech()
  const words = useOpeningWords().week
  const now = Date.now()
  const isToday = day.from <= now && now < day.to
  return (
    <div className="grid content-start border-l border-line py-1 pr-1 pl-2">
      <div className="flex min-h-8 items-center gap-1.5">
        <span className="text-s text-ink-soft">{weekdayName(weekdayOf(day.wall), tag, 'short')}</span>
        <b
          className={classNames(
            'grid h-6 min-w-6 place-items-center rounded-s font-semibold tabular-nums',
            isToday && 'bg-green px-1 text-green-ink',
          )}
        >
          {new Date(day.wall).getUTCDate()}
        </b>
        {acts && (
          <span className="ml-auto">
            <IconButton
              icon={Plus}
              size="small"
              label={words.addOn(dayOfWall(day.wall, tag))}
              onPress={() => acts.onAdd(dateOfDay(day))}
            />
          </span>
        )}
      </div>
      {holidays.map((name) => (
        <span key={name} className="truncate text-xs text-amber" title={name}>
          {name}
        </span>
      ))}
    </div>
  )
}

interface ColumnProps {
  shown: ShownDay
  hours: { first: number; last: number }
  acts: WeekActs | null
}

function Column({ shown: { day, parts, holidays, busy }, hours, acts }: ColumnProps) {
  const words = useOpeningWords().week
  const place = ({ from, to }: { from: number; to: number }) => {
    const top = Math.max(from, hours.first * 60)
    const bottom = Math.min(to, hours.last * 60)
    return { top: ((top - hours.first * 60) / 60) * hourPx, height: Math.max(6, ((bottom - top) / 60) * hourPx) }
  }
  return (
    <div
      className={classNames(
        'relative border-t border-l border-line',
        holidays.length > 0 ? 'bg-amber-wash' : 'bg-sunken',
      )}
      style={{
        backgroundImage: 'linear-gradient(var(--line) 1px, transparent 1px)',
        backgroundSize: `100% ${hourPx}px`,
      }}
    >
      {parts.map((part) => (
        <Part
          key={`${part.opening.id} ${part.span.from}`}
          part={part}
          wall={day.wall}
          place={place({ from: part.fromMinute, to: part.toMinute })}
          acts={acts}
        />
      ))}
      {busy.map(({ from, to }) => (
        <span
          key={from}
          role="img"
          aria-label={words.busy}
          title={words.busy}
          className={classNames('absolute right-0 w-2 rounded-xs', busyLook)}
          style={place({ from, to })}
        />
      ))}
    </div>
  )
}

interface PartProps {
  part: DayPart
  wall: number
  place: { top: number; height: number }
  acts: WeekActs | null
}

function Part({ part, wall, place, acts }: PartProps) {
  const { tag } = useSpeech()
  const words = useOpeningWords().week
  const { opening } = part
  const { column, columns, width } = part.place
  const label = sayPart(part, wall, { tag, words })
  // An absence lies over the opening it closes, and leaves its edge in sight.
  const edge = opening.kind === 'absence' ? edgePx : 0
  const share = (count: number) => `(100% - ${edge}px) * ${count / columns}`
  const style = { ...place, left: `calc(${edge}px + ${share(column)})`, width: `calc(${share(width)} - 2px)` }
  const look = classNames(
    'absolute grid content-start overflow-hidden rounded-s px-1.5 py-0.5 text-left text-xs leading-tight',
    partLook[opening.kind],
  )
  const inside = (
    <>
      <span className="unseen">{label}</span>
      {place.height >= 16 && (
        <span className="truncate font-medium tabular-nums" aria-hidden="true">
          {opening.kind === 'opening' ? partHours(part, tag) : opening.label || words.absence}
        </span>
      )}
    </>
  )
  if (!acts)
    return (
      <div className={look} style={style} title={label}>
        {inside}
      </div>
    )
  const trigger = (
    <Button className={classNames(look, 'cursor-pointer')} style={style}>
      {inside}
    </Button>
  )
  return <PartMenu part={part} label={label} acts={acts} trigger={trigger} />
}
