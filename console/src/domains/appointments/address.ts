import type { AgentId, AppointmentId } from '#contract/ids.ts'
import { dayOf } from '../../ui/time/days.ts'

export const calendarViews = ['day', 'week', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

/** What the calendar shows, as it stands in the page's address: it can be kept, sent and gone back to. */
export interface CalendarAddress {
  /** Absent: the week; on a phone the day. */
  view?: CalendarView
  /** A day of the reader's zone in what is shown; absent: today. */
  date?: string
  /** Whose calendars, their ids joined by dots; `none`: nobody's. Absent: everybody's. */
  agents?: string
  /** The appointment that is opened. */
  open?: AppointmentId
}

/** Reads an address, which may be anybody's: what is none of ours is left out. */
export function readCalendarAddress(raw: Record<string, unknown>): CalendarAddress {
  return {
    view: calendarViews.find((one) => one === raw.view),
    date: dayOf(raw.date),
    agents: typeof raw.agents === 'string' ? tidied(raw.agents) : undefined,
    open: isId(raw.open) ? (raw.open as AppointmentId) : undefined,
  }
}

/** Null: everybody. */
export const chosenAgents = ({ agents }: CalendarAddress): ReadonlySet<AgentId> | null =>
  agents === undefined ? null : new Set(agents === nobody ? [] : (agents.split('.') as AgentId[]))

/** As an address holds them; when it is everybody there is, nothing. */
export function agentsInAddress(chosen: ReadonlySet<AgentId>, all: readonly AgentId[]): string | undefined {
  if (all.every((id) => chosen.has(id))) return undefined
  return chosen.size === 0 ? nobody : [...chosen].join('.')
}

const nobody = 'none'

function tidied(agents: string): string | undefined {
  const ids = agents.split('.').filter(isId)
  if (ids.length > 0) return ids.join('.')
  return agents === nobody ? nobody : undefined
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
