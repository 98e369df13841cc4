import type { AgentId } from '#contract/ids.ts'
import { type JournalGroup, journalGroups } from '#contract/journal-acts.ts'
import type { QueryOf } from '#contract/routes.ts'
import { dayOf, startOf } from '../../ui/time/days.ts'

/** Counted back from now; `days`: between two that are chosen. */
export const periods = ['day', 'week', 'month', 'days'] as const
type Period = (typeof periods)[number]

/** What is looked for, as it stands in the page's address: it can be kept, sent and gone back to. */
export interface JournalSearch {
  text?: string
  group?: JournalGroup
  person?: AgentId
  period?: Period
  /** Days of the reader's zone, both included: `2026-11-22`. */
  from?: string
  until?: string
}

/** Reads an address, which may be anybody's: what is none of ours is left out. */
export function readSearch(raw: Record<string, unknown>): JournalSearch {
  const period = periods.find((one) => one === raw.period)
  return withoutGaps({
    text: typeof raw.text === 'string' ? raw.text.slice(0, 80) : undefined,
    group: journalGroups.find((one) => one === raw.group),
    // The server knows whether it is somebody's.
    person: typeof raw.person === 'string' && uuid.test(raw.person) ? (raw.person as AgentId) : undefined,
    period,
    from: period === 'days' ? dayOf(raw.from) : undefined,
    until: period === 'days' ? dayOf(raw.until) : undefined,
  })
}

/** Without what is empty, so that an address says only what was chosen. */
export const withoutGaps = (search: JournalSearch): JournalSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))

export const isEverything = (search: JournalSearch): boolean => Object.keys(withoutGaps(search)).length === 0

type Query = Omit<QueryOf<'GET /organisations/:organisationId/journal'>, 'beforeId'>

/** What the server is asked: days are those of the reader. */
export function queryOf(search: JournalSearch, now: Date): Query {
  const { text, group, person, period, from, until } = search
  const since = period && period !== 'days' ? new Date(now.getTime() - lengthsMs[period]) : from && startOf(from)
  return {
    ...(text && { text }),
    ...(group && { group }),
    ...(person && { personId: person }),
    ...(since && { from: since.toISOString() }),
    ...(until && { until: startOf(until, 1).toISOString() }),
  }
}

const dayMs = 24 * 60 * 60 * 1000
const lengthsMs = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
