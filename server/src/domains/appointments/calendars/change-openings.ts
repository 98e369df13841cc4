import type { OpeningWish } from '#contract/appointments/openings.ts'
import type { AgentId, OpeningId } from '#contract/ids.ts'
import { dayMs, wallClock } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../../callers.ts'
import { timesOf } from './agent-times.ts'
import { type Calendar, type Opening, openingInWords, readWish, refuseOneMore } from './calendar.ts'
import { type CalendarNeeds, holdCalendar, tellCalendarChange } from './hold-calendar.ts'
import { knownStretches } from './known-stretches.ts'
import {
  allOpeningsOf,
  bookedTimesOf,
  deleteOpening,
  findOpening,
  insertOpening,
  keepZone,
  saveOpening,
} from './store.ts'

/** What was saved, and how many appointments to come lie in it if it is an absence: they stay, and somebody has to look at them. */
export interface Saved {
  opening: Opening
  booked: number
}

/**
 * Adds an opening or an absence to somebody's calendar.
 *
 * @refuses request.not-found | access.refused | access.inactive | openings.backwards | openings.too-long | openings.rule-unknown
 *   | openings.never | openings.no-such-time | openings.twice | openings.too-many
 */
export async function addOpening(
  by: Actor,
  { agentId, wish }: { agentId: AgentId; wish: OpeningWish },
  needs: CalendarNeeds,
): Promise<Saved> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    const held = await holdCalendar(tx, by, agentId)
    const { calendar } = held
    const clock = { zone: calendar.zone, now: wallClock(calendar.zone, needs.clock.now().getTime()) }
    const opening = { ...readWish(wish, clock), id: needs.ids.opening(), agentId, version: 1 }
    refuseOneMore(await allOpeningsOf(tx, agentId), clock.now)
    await keepZone(tx, calendar)
    await insertOpening(tx, opening, needs.clock.now())
    tellCalendarChange(tx, held, { after: openingInWords(opening) }, needs)
    return { opening, booked: await bookedIn(tx, opening, calendar, needs) }
  })
}

/**
 * Changes an opening or an absence, over the version that was read: all of its times, those that are past too.
 *
 * @refuses what adding it refuses, but openings.too-many | openings.changed-meanwhile
 */
export async function changeOpening(
  by: Actor,
  { agentId, openingId, wish, version }: { agentId: AgentId; openingId: OpeningId; wish: OpeningWish; version: number },
  needs: CalendarNeeds,
): Promise<Saved> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    const held = await holdCalendar(tx, by, agentId)
    const { calendar } = held
    const earlier = await findOpening(tx, { agentId, openingId })
    if (!earlier) throw refusal('request.not-found')
    if (earlier.version !== version) throw refusal('openings.changed-meanwhile')
    const clock = { zone: calendar.zone, now: wallClock(calendar.zone, needs.clock.now().getTime()) }
    const opening = { ...earlier, ...readWish(wish, clock), version: version + 1 }
    await saveOpening(tx, opening)
    tellCalendarChange(tx, held, { before: openingInWords(earlier), after: openingInWords(opening) }, needs)
    return { opening, booked: await bookedIn(tx, opening, calendar, needs) }
  })
}

/**
 * Removes an opening or an absence; appointments stay.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export async function removeOpening(
  by: Actor,
  { agentId, openingId }: { agentId: AgentId; openingId: OpeningId },
  needs: CalendarNeeds,
): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx) => {
    const held = await holdCalendar(tx, by, agentId)
    const opening = await findOpening(tx, { agentId, openingId })
    if (!opening) throw refusal('request.not-found')
    await deleteOpening(tx, openingId)
    tellCalendarChange(tx, held, { before: openingInWords(opening) }, needs)
  })
}

async function bookedIn(
  tx: OrganisationTransaction,
  opening: Opening,
  { agentId, zone }: Calendar,
  { clock }: CalendarNeeds,
): Promise<number> {
  if (opening.kind === 'opening') return 0
  const now = clock.now()
  const booked = await bookedTimesOf(tx, agentId, now)
  const span = { from: now.getTime() - dayMs, to: Math.max(now.getTime(), ...booked.map(({ to }) => to)) }
  const times = timesOf(opening, span, knownStretches(zone, span))
  return booked.filter(({ from, to }) => times.some((time) => time.from < to && time.to > from)).length
}
