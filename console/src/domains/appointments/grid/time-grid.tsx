import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { calendarWords } from '#words/calendar.ts'
import { useHotkey } from '../../../ui/keyboard/hotkeys.ts'
import { useSpeech } from '../../../ui/words.tsx'
import type { CalendarView } from '../address.ts'
import { periodOf } from '../formats.ts'
import type { Mover } from '../moving/use-moving.ts'
import { isUpcoming } from '../needs-other.ts'
import { type ShownCalendar, useShownCalendar } from '../shown-calendar.ts'
import { asSpan } from './as-span.ts'
import { ColumnHead } from './column-head.tsx'
import { type ColumnOfDay, DayColumn } from './day-column.tsx'
import { minuteOf } from './days.ts'
import { useDrag } from './use-drag.ts'

interface TimeGridProps {
  view: Exclude<CalendarView, 'list'>
  mover: Mover
  isPhone: boolean
}

// More people have their day in one column, as in a week.
const laneColumnsMost = 12

/** Days from left to right, hours from top to bottom; a single day has a column for each agent. */
export function TimeGrid({ view, mover, isPhone }: TimeGridProps) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale)
  const shown = useShownCalendar()
  const scroller = useRef<HTMLElement>(null)
  const onGrab = useDrag(scroller, shown, mover)
  const isLanes = view === 'day' && !isPhone && shown.lanes.length > 1 && shown.lanes.length <= laneColumnsMost
  const columns = useMemo(() => (isLanes ? columnsOfLanes(shown) : columnsOfDays(shown)), [isLanes, shown])
  useFirstSight(scroller, { ...shown, key: view })

  const moveHeld = () => {
    const id = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.appointment : undefined
    const held = shown.appointments.find((one) => one.id === id)
    if (held?.may.keep && isUpcoming(held, shown.now)) mover.begin(held, 'keys')
  }
  useHotkey('escape', mover.putBack, { isOff: mover.moving === null })
  useHotkey('m', moveHeld, { label: words.keys.move, group: words.keys.group })

  const tracks = { gridTemplateColumns: `3.5rem repeat(${columns.length}, minmax(${isPhone ? 0 : 6.5}rem, 1fr))` }
  return (
    <section
      ref={scroller}
      aria-label={periodOf(shown.days, tag)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing that has the focus
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <div className="min-w-fit">
        <div className="sticky top-0 z-5 grid border-b border-line bg-surface" style={tracks}>
          <span aria-hidden="true" />
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} isLane={isLanes} />
          ))}
        </div>
        <div className="relative grid h-384" style={tracks}>
          <Hours tag={tag} />
          {columns.map((column, number) => (
            <DayColumn
              key={column.key}
              column={column}
              isLane={isLanes}
              side={columns.length < 3 ? 'below' : number < columns.length / 2 ? 'right' : 'left'}
              mover={mover}
              onGrab={onGrab}
            />
          ))}
        </div>
      </div>
    </section>
  )
}

function Hours({ tag }: { tag: string }) {
  const hours = useMemo(() => {
    const format = new Intl.DateTimeFormat(tag, { hour: 'numeric', timeZone: 'UTC' })
    return Array.from({ length: 23 }, (_, index) => format.format((index + 1) * 3_600_000).replace(/^0(?=\d)/, ''))
  }, [tag])
  return (
    <div aria-hidden="true" className="sticky left-0 z-3 bg-surface">
      {hours.map((hour, index) => (
        <span
          key={hour}
          className="absolute right-2 -translate-y-1/2 text-xs text-ink-soft tabular-nums"
          style={{ top: `${((index + 1) / 24) * 100}%` }}
        >
          {hour}
        </span>
      ))}
    </div>
  )
}

const columnsOfDays = ({ days, lanes, appointments }: ShownCalendar): ColumnOfDay[] =>
  days.map((day, index) => ({
    key: String(day.wall),
    day,
    index,
    lanes,
    appointments: appointments.filter((one) => Date.parse(one.startsAt) < day.to && Date.parse(one.endsAt) > day.from),
  }))

const columnsOfLanes = ({ days, lanes, appointments }: ShownCalendar): ColumnOfDay[] =>
  days.slice(0, 1).flatMap((day) =>
    lanes.map((lane) => ({
      key: lane.agent.id,
      day,
      index: 0,
      lanes: [lane],
      appointments: appointments.filter(({ agent }) => agent.id === lane.agent.id),
    })),
  )

const leadMinutes = 30
const earliestSight = 9 * 60

/** Scrolls to where something is, once there is something: the first opening or appointment of these days. */
function useFirstSight(
  scroller: RefObject<HTMLElement | null>,
  { key, zone, days, lanes, appointments }: ShownCalendar & { key: string },
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: from one week to the next it stays where it is
  useEffect(() => {
    const spans = [
      ...lanes.flatMap(({ openings }) => openings.map(asSpan)),
      ...appointments.map(({ startsAt, endsAt }) => asSpan({ from: startsAt, to: endsAt })),
    ]
    const minutes = days.flatMap((day) =>
      spans.filter(({ from }) => from >= day.from && from < day.to).map(({ from }) => minuteOf(zone, day, from)),
    )
    const first = minutes.length > 0 ? Math.min(...minutes) : earliestSight
    if (scroller.current)
      scroller.current.scrollTop = (Math.max(0, first - leadMinutes) / 1_440) * hoursHeight(scroller.current)
  }, [key])
}

const hoursHeight = (scroller: HTMLElement) =>
  scroller.querySelector('[data-day]')?.getBoundingClientRect().height ?? scroller.scrollHeight
