import { useMemo } from 'react'
import type { AppointmentForAgent, CalendarLane } from '#contract/appointments/appointments.ts'
import type { AgentId } from '#contract/ids.ts'
import type { Day } from '../grid/days.ts'
import type { Mark } from '../look/marks.ts'
import { AgentChoice } from './agent-choice.tsx'
import { Legend } from './legend.tsx'
import { MiniMonth } from './mini-month.tsx'

interface SidePanelProps {
  zone: string
  now: number
  date: string
  days: readonly Day[]
  lanes: readonly CalendarLane[]
  marks: ReadonlyMap<AgentId, Mark>
  chosen: ReadonlySet<AgentId>
  ownId: AgentId
  /** Of everybody, chosen or not. */
  appointments: readonly AppointmentForAgent[]
  onDate: (date: string) => void
  onChoose: (chosen: ReadonlySet<AgentId>) => void
}

/** Beside the calendar: a month to go by, whose calendars are shown, and what its surfaces mean. */
export function SidePanel(props: SidePanelProps) {
  const { zone, now, date, days, lanes, marks, chosen, ownId, appointments, onDate, onChoose } = props
  const counts = useMemo(() => {
    const counted = new Map<AgentId, number>()
    for (const { agent, state } of appointments)
      if (state !== 'cancelled') counted.set(agent.id, (counted.get(agent.id) ?? 0) + 1)
    return counted
  }, [appointments])
  return (
    <div className="grid gap-5">
      <MiniMonth zone={zone} now={now} date={date} days={days} onDate={onDate} />
      {lanes.length > 0 && <AgentChoice {...{ lanes, marks, chosen, counts, ownId, onChoose }} />}
      <Legend zone={zone} marks={lanes.flatMap(({ agent }) => marks.get(agent.id) ?? [])} />
    </div>
  )
}
