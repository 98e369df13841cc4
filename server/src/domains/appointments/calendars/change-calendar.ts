import { isIP } from 'node:net'
import type { CalendarSettings } from '#contract/appointments/openings.ts'
import type { AgentId } from '#contract/ids.ts'
import { isFetchable } from '#server/platform/fetch-safely.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../../callers.ts'
import { changesBetween } from '../../journal/index.ts'
import { isHolidayPlace } from '../holidays.ts'
import { type Calendar, inWords } from './calendar.ts'
import { type CalendarNeeds, holdCalendar, tellCalendarChange } from './hold-calendar.ts'
import { forgetOutsideBusy, saveCalendar } from './store.ts'

interface CalendarWish extends Omit<CalendarSettings, 'outsideUrl'> {
  agentId: AgentId
  /** Absent: as it is. */
  outsideUrl?: string | null | undefined
  version: number
}

/** `trustedCalendars`: origins that calendars are read from whatever their address. */
export type ChangeCalendarNeeds = CalendarNeeds & { trustedCalendars: readonly string[] }

/**
 * Changes whose clocks and holidays an agent goes by, and what else says when they are busy, over the version that was read. Openings
 * keep their time by the clock; appointments are instants, and stay.
 *
 * @refuses request.not-found | access.refused | access.inactive | calendars.changed-meanwhile | calendars.holidays-unknown
 *   | calendars.address-refused
 */
export async function changeCalendar(by: Actor, wish: CalendarWish, needs: ChangeCalendarNeeds): Promise<Calendar> {
  const { agentId, version, zone, holidays } = wish
  return needs.database.transaction(by.organisationId, async (tx) => {
    const held = await holdCalendar(tx, by, agentId)
    const { calendar: earlier, actor } = held
    // Whoever gave another's calendar an address could keep them from being booked, and learn from it what only they should.
    if (wish.outsideUrl && actor.agentId !== agentId) throw refusal('access.refused', { field: 'outsideUrl' })
    if (earlier.version !== version) throw refusal('calendars.changed-meanwhile')
    if (holidays !== null && !(await isHolidayPlace(holidays)))
      throw refusal('calendars.holidays-unknown', { field: 'holidays' })

    const outsideUrl = wish.outsideUrl === undefined ? earlier.outsideUrl : wish.outsideUrl
    const isOther = outsideUrl !== earlier.outsideUrl
    if (isOther && outsideUrl !== null) refuseNoCalendars(new URL(outsideUrl), needs.trustedCalendars)
    if (!isOther && zone === earlier.zone && holidays === earlier.holidays && earlier.version > 0) return earlier
    const unread = isOther && { outsideReadAt: null, outsideFault: null }
    const next = { ...earlier, ...unread, zone, holidays, outsideUrl, version: version + 1 }
    await saveCalendar(tx, next, { outside: isOther ? { url: outsideUrl, now: needs.clock.now() } : null })
    if (isOther) await forgetOutsideBusy(tx, agentId)
    tellCalendarChange(tx, held, changesBetween(inWords(earlier), inWords(next)), needs)
    return next
  })
}

/** Refuses at once what no reading will change. Whom a name stands for is looked at whenever it is read. */
function refuseNoCalendars(url: URL, trusted: readonly string[]): void {
  if (trusted.includes(url.origin)) return
  // Published calendars have names: a bare address, or a name without a dot, is of somebody's own network.
  const isNamed = isIP(url.hostname) === 0 && /\.[^.]/.test(url.hostname)
  if (!isNamed || !isFetchable(url, trusted)) throw refusal('calendars.address-refused', { field: 'outsideUrl' })
}
