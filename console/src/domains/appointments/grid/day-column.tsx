import type { AppointmentForAgent, CalendarLane } from '#contract/appointments/appointments.ts'
import { Ghost } from '../moving/ghost.tsx'
import type { Mover } from '../moving/use-moving.ts'
import { useShownCalendar } from '../shown-calendar.ts'
import { AppointmentCard } from './appointment-card.tsx'
import { asSpan } from './as-span.ts'
import { bandOf } from './bands.ts'
import { inColumns } from './columns.ts'
import type { Day } from './days.ts'
import { NowLine } from './now-line.tsx'
import { ClosedHours, OpeningBar } from './openings.tsx'
import { Strip, stripPx, useStrips } from './strips.tsx'
import type { Grab } from './use-drag.ts'

export interface ColumnOfDay {
  key: string
  day: Day
  /** Which of the days shown it is. */
  index: number
  lanes: readonly CalendarLane[]
  appointments: readonly AppointmentForAgent[]
}

interface DayColumnProps {
  column: ColumnOfDay
  /** One agent's: what they are is drawn over its whole width. */
  isLane: boolean
  /** Where what floats beside something has room. */
  side: 'left' | 'right' | 'below'
  mover: Mover
  onGrab: Grab
}

// Beyond that nobody tells one bar from another: closed and open are shaded alone.
const barsMost = 8
const barPx = 5
/** However short, and though clocks show its hour twice, somebody must be able to press it. */
const shortestMinutes = 20

/** One day: when it is closed, who is open, who is not there, and its appointments, side by side where they meet. */
export function DayColumn({ column, isLane, side, mover, onGrab }: DayColumnProps) {
  const { lanes, appointments, day, index } = column
  const { zone } = useShownCalendar()
  const strips = useStrips(lanes, day)
  const open = isLane ? [] : lanes.filter(({ openings }) => openings.some((one) => bandOf(zone, day, asSpan(one))))
  const barLanes = open.length <= barsMost ? open : []
  const beside = isLane ? 0 : Math.max(0, ...strips.map(({ place }) => place.columns))
  const margins = { left: 3 + barLanes.length * barPx, right: 3 + beside * stripPx }
  const cards = appointments.flatMap((appointment) => {
    const span = { from: Date.parse(appointment.startsAt), to: Date.parse(appointment.endsAt) }
    const band = bandOf(zone, day, span, shortestMinutes)
    return band ? [{ appointment, band }] : []
  })
  const places = inColumns(cards.map(({ band }) => band))
  const moved = mover.moving?.appointment
  return (
    <div data-day={index} className="relative border-l border-line bg-surface">
      <ClosedHours lanes={lanes} day={day} />
      {barLanes.map((lane, number) => (
        <OpeningBar key={lane.agent.id} lane={lane} day={day} leftPx={3 + number * barPx} />
      ))}
      {strips.map((strip) => (
        <Strip key={strip.key} strip={strip} isLane={isLane} />
      ))}
      {cards.map(({ appointment, band }, number) => (
        <AppointmentCard
          key={appointment.id}
          appointment={appointment}
          band={band}
          place={places[number] ?? { column: 0, columns: 1, width: 1 }}
          margins={margins}
          onGrab={onGrab}
        />
      ))}
      {moved && (!isLane || lanes.some(({ agent }) => agent.id === moved.agent.id)) && (
        <Ghost day={day} margins={margins} side={side} mover={mover} />
      )}
      <NowLine day={day} />
    </div>
  )
}
