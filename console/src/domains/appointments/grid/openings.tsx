import type { CalendarLane } from '#contract/appointments/appointments.ts'
import { joined } from '#contract/wall-clock.ts'
import { classNames } from '../../../ui/class-names.ts'
import { hourLines, markLook } from '../look/mark-look.ts'
import { markOf, useShownCalendar } from '../shown-calendar.ts'
import { asSpan } from './as-span.ts'
import { bandOf, gapsOf, placeOf } from './bands.ts'
import type { Day } from './days.ts'

/** When nobody of these is open, and the lines of the hours. */
export function ClosedHours({ lanes, day }: { lanes: readonly CalendarLane[]; day: Day }) {
  const { zone } = useShownCalendar()
  const open = joined(lanes.flatMap(({ openings }) => openings.map(asSpan)))
  const bands = open.flatMap((span) => bandOf(zone, day, span) ?? [])
  return (
    <>
      {gapsOf(bands).map((gap) => (
        <div key={gap.from} aria-hidden="true" className="absolute inset-x-0 bg-sunken/75" style={placeOf(gap)} />
      ))}
      <div aria-hidden="true" className={classNames('absolute inset-0', hourLines)} />
    </>
  )
}

/** When somebody is open: a bar in their look, at the edge of the day. */
export function OpeningBar({ lane, day, leftPx }: { lane: CalendarLane; day: Day; leftPx: number }) {
  const shown = useShownCalendar()
  const look = markLook(markOf(shown, lane.agent.id))
  return lane.openings.map((opening) => {
    const band = bandOf(shown.zone, day, asSpan(opening))
    return (
      band && (
        <div
          key={opening.from}
          aria-hidden="true"
          className={classNames('absolute w-0.75 rounded-xs', look)}
          style={{ ...placeOf(band), left: leftPx }}
        />
      )
    )
  })
}
