import type { OpeningWish, outsideFaults } from '#contract/appointments/openings.ts'
import type { AgentId, OpeningId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import { limits } from '#contract/limits.ts'
import { dayOf, minuteMs, momentsOf, type WallTime } from '#contract/wall-clock.ts'
import { refusal } from '#server/platform/refusal.ts'
import { ruleFault } from '../slots/recurrence.ts'

/** How an agent keeps time. */
export interface Calendar {
  agentId: AgentId
  /** Whose clocks their openings and absences are read by. */
  zone: string
  /** Whose public holidays they have; null: none. */
  holidays: string | null
  outsideUrl: string | null
  outsideReadAt: Date | null
  outsideFault: (typeof outsideFaults)[number] | null
  hasFeed: boolean
  /** 0: they have chosen nothing yet. */
  version: number
}

/** When somebody may be booked, or, as an absence, may not although they might. */
export interface Opening {
  id: OpeningId
  agentId: AgentId
  kind: 'opening' | 'absence'
  from: WallTime
  minutes: number
  /** RFC 5545, without `RRULE:`; null: once. */
  rule: string | null
  /** Why somebody is absent, for colleagues; may be empty. */
  label: string
  version: number
}

type Times = Pick<Opening, 'from' | 'minutes' | 'rule'>

export const wallTime = (text: string): WallTime => Date.parse(`${text}Z`)
/** As it crosses the wire, to the minute. */
export const wallText = (wall: WallTime): string => new Date(wall).toISOString().slice(0, 16)

export const endOf = ({ from, minutes }: Pick<Opening, 'from' | 'minutes'>): WallTime => from + minutes * minuteMs

/**
 * What was wished, held against the clocks of a zone. `now` is what they show.
 *
 * @refuses openings.backwards | openings.too-long | openings.rule-unknown | openings.never | openings.no-such-time | openings.twice
 */
export function readWish(
  { kind, rule, label, ...wish }: OpeningWish,
  { zone, now }: { zone: string; now: WallTime },
): Omit<Opening, 'id' | 'agentId' | 'version'> {
  const [from, to] = [wallTime(wish.from), wallTime(wish.to)]
  const minutes = (to - from) / minuteMs
  if (minutes <= 0) throw refusal('openings.backwards', { field: 'to' })
  if (minutes > (kind === 'opening' ? limits.openingMinutesMax : limits.absenceMinutesMax))
    throw refusal('openings.too-long', { field: 'to' })
  if (rule === null) {
    refuseNoMoment(zone, from, { kind, field: 'from' })
    refuseNoMoment(zone, to, { kind, field: 'to' })
    if (to <= now) throw refusal('openings.never', { field: 'to' })
  } else refuseRule({ from, minutes, rule }, now)
  return { kind, from, minutes, rule, label }
}

function refuseRule({ from, minutes, rule }: Times & { rule: string }, now: WallTime): void {
  const fault = ruleFault(rule, { start: from, minutes, now })
  if (fault === 'unknown') throw refusal('openings.rule-unknown', { field: 'rule' })
  if (fault === 'never') throw refusal('openings.never', { field: 'rule' })
}

/** What comes again goes by what the clocks show, skipped or not. Of what comes once, one can be asked to say which moment is meant. */
function refuseNoMoment(
  zone: string,
  wall: WallTime,
  { kind, field }: { kind: Opening['kind']; field: 'from' | 'to' },
): void {
  // Where clocks change at midnight, a day off would otherwise have no beginning.
  if (kind === 'absence' && wall === dayOf(wall)) return
  const { length } = momentsOf(zone, wall)
  if (length === 0) throw refusal('openings.no-such-time', { field })
  if (length > 1) throw refusal('openings.twice', { field })
}

/** Whether it will not be again, as clocks show now. Of one that ends by a date, that date decides. */
export function isOver({ from, minutes, rule }: Times, now: WallTime): boolean {
  if (rule === null) return endOf({ from, minutes }) <= now
  const [, date, time] = /UNTIL=(\d{8})T(\d{6})/.exec(rule) ?? []
  if (date !== undefined && time !== undefined)
    return (
      endOf({
        from: wallTime(`${date.replace(/(....)(..)/, '$1-$2-')}T${time.replace(/..(?=.)/g, '$&:')}`),
        minutes,
      }) <= now
    )
  return rule.includes('COUNT=') && ruleFault(rule, { start: from, minutes, now }) === 'never'
}

/** @refuses openings.too-many */
export function refuseOneMore(theirs: readonly Opening[], now: WallTime): void {
  const limit = limits.openingsPerAgent
  if (theirs.filter((one) => !isOver(one, now)).length >= limit)
    throw refusal('openings.too-many', { details: { limit } })
}

/** The address outside is a secret: only whether there is one. */
export const inWords = ({ zone, holidays, outsideUrl }: Calendar): JournalChanges => ({
  zone,
  holidays,
  outsideCalendar: outsideUrl !== null,
})

/** `2026-11-23T09:00 2026-11-23T12:00 FREQ=WEEKLY`. Why somebody is absent is for their team, not for the journal. */
export const openingInWords = (opening: Opening): JournalChanges => ({
  [opening.kind]: [wallText(opening.from), wallText(endOf(opening)), opening.rule ?? ''].join(' ').trim(),
})
