import type { AgentId, AppointmentId } from '#contract/ids.ts'
import { dayMs, instantsOf, joined, type Span, type Stretch } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { type Holiday, holidaysOf } from '../holidays.ts'
import { occurrencesOf } from '../slots/recurrence.ts'
import type { AgentTime } from '../slots/slots.ts'
import type { Calendar, Opening } from './calendar.ts'
import { knownStretches } from './known-stretches.ts'
import { calendarsOf, keptFreeOf, openingsOf, outsideBusyOf } from './store.ts'

/** Everything that decides when an agent can be booked, as instants in order. */
export interface AgentCalendar {
  zone: string
  /** Whole ones, from where they begin: slots are counted from there. */
  openings: Span[]
  absences: (Span & { label: string })[]
  holidays: (Span & { name: string })[]
  /** What their other calendar says. */
  busy: Span[]
  /** Their appointments that were not cancelled, with what is kept free around them. */
  kept: (Span & { appointmentId: AppointmentId })[]
}

/**
 * The times of some agents that meet a window: by a handful of queries, however many agents. What lasts beyond the window is told as
 * far as a day beyond it; an opening always from its very beginning. Whoever is not of this organisation has no calendar.
 */
export async function readAgentTimes(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
  window: Span,
  language: string,
): Promise<Map<AgentId, AgentCalendar>> {
  const around = { from: window.from - dayMs, to: window.to + dayMs }
  const [calendars, openings, busy, kept] = await Promise.all([
    calendarsOf(tx, agentIds),
    openingsOf(tx, agentIds, walls(around)),
    outsideBusyOf(tx, agentIds, window),
    keptFreeOf(tx, agentIds, window),
  ])
  const holidays = await readHolidays(calendars, { window: walls(window), language })
  return new Map(
    calendars.map(({ agentId, zone, holidays: place }) => {
      const theirs = openings.get(agentId) ?? []
      const stretches = knownStretches(zone, around)
      const meeting = meets(window)
      return [
        agentId,
        {
          zone,
          openings: openingRuns(ofKind(theirs, 'opening'), { window, zone }),
          absences: ofKind(theirs, 'absence')
            .flatMap((absence) =>
              timesOf(absence, around, stretches).map((span) => ({ ...span, label: absence.label })),
            )
            .filter(meeting)
            .sort(byBeginning),
          holidays: (place === null ? [] : (holidays.get(place) ?? []))
            .flatMap(({ name, ...day }) => instantsOf(stretches, day).map((span) => ({ ...span, name })))
            .filter(meeting),
          busy: busy.get(agentId) ?? [],
          kept: kept.get(agentId) ?? [],
        },
      ]
    }),
  )
}

/** As the search for slots asks of it. `except`: as if this appointment were not booked. */
export const asAgentTime = (
  agentId: AgentId,
  { openings, absences, holidays, busy, kept }: AgentCalendar,
  { except }: { except?: AppointmentId | undefined } = {},
): AgentTime => ({
  agentId,
  openings,
  closed: [...absences, ...holidays],
  busy: [...busy, ...kept.filter(({ appointmentId }) => appointmentId !== except)],
})

/**
 * When somebody receives, openings that touch made one. The first is followed back to where it begins, so that the same slots are
 * found whatever window is asked for: somebody open day and night is followed back to the first of those days.
 */
function openingRuns(openings: readonly Opening[], { window, zone }: { window: Span; zone: string }): Span[] {
  const earliest = Math.min(...openings.map(({ from }) => from)) - dayMs
  for (let back = dayMs; ; back *= 4) {
    const span = { from: window.from - back, to: window.to + dayMs }
    const stretches = knownStretches(zone, span)
    const runs = joined(openings.flatMap((opening) => timesOf(opening, span, stretches))).filter(meets(window))
    const isWhole = (runs[0]?.from ?? Number.POSITIVE_INFINITY) > span.from
    if (isWhole || span.from <= earliest) return runs
  }
}

/** When it is within a span, whose stretches these are. */
export const timesOf = (
  { from, minutes, rule }: Pick<Opening, 'from' | 'minutes' | 'rule'>,
  span: Span,
  stretches: readonly Stretch[],
): Span[] => occurrencesOf({ start: from, minutes, rule }, walls(span)).flatMap((wall) => instantsOf(stretches, wall))

/** What any clock on any wall may show during a span: none is a day away from UTC. */
const walls = ({ from, to }: Span): Span => ({ from: from - dayMs, to: to + dayMs })

const meets = (window: Span) => (span: Span) => span.from < window.to && span.to > window.from

const byBeginning = (one: Span, other: Span) => one.from - other.from

const ofKind = (openings: readonly Opening[], kind: Opening['kind']) => openings.filter((each) => each.kind === kind)

/** Of all places that these calendars keep the holidays of. */
async function readHolidays(
  calendars: readonly Calendar[],
  { window, language }: { window: Span; language: string },
): Promise<Map<string, Holiday[]>> {
  const places = new Set(calendars.flatMap(({ holidays }) => holidays ?? []))
  return new Map(
    await Promise.all([...places].map(async (place) => [place, await holidaysOf(place, window, language)] as const)),
  )
}
