import { createContext, useContext } from 'react'
import type { AppointmentForAgent, CalendarLane } from '#contract/appointments/appointments.ts'
import type { AgentId, AppointmentId } from '#contract/ids.ts'
import type { Day } from './grid/days.ts'
import { type Mark, unknownMark } from './look/marks.ts'

/** What the parts of the calendar draw from. */
export interface ShownCalendar {
  zone: string
  tag: string
  /** To the quarter of a minute. */
  now: number
  days: readonly Day[]
  /** Of those who are chosen. */
  lanes: readonly CalendarLane[]
  appointments: readonly AppointmentForAgent[]
  marks: ReadonlyMap<AgentId, Mark>
  openedId: AppointmentId | null
  /** Under a hand: drawn faintly where it stands. */
  movingId: AppointmentId | null
  onOpen: (id: AppointmentId) => void
}

export const ShownCalendarContext = createContext<ShownCalendar | null>(null)

export function useShownCalendar(): ShownCalendar {
  const shown = useContext(ShownCalendarContext)
  if (!shown) throw new Error('useShownCalendar needs the calendar above it')
  return shown
}

export const markOf = ({ marks }: Pick<ShownCalendar, 'marks'>, id: AgentId): Mark => marks.get(id) ?? unknownMark

/** Where an appointment is drawn now; what floats stands beside it, and the focus goes back to it. */
export const cardOf = (id: AppointmentId): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-appointment="${id}"]`)
