import type { AgentId } from '#contract/ids.ts'
import { dayMs, minuteMs, type Span } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { findAgent } from '../../agents/index.ts'
import { appointmentsChanged } from '../booking/events.ts'
import { forgetOutsideBusy, outsideBusyOf } from '../calendars/store.ts'
import { type Patience, type Reading, readCalendar } from './read-calendar.ts'
import { claimReading, type Due, insertOutsideBusy, listDue, lockReading, saveReading } from './store.ts'

export interface OutsideCalendars {
  /** Origins that calendars are read from although they are private, or behind another port; absent: none. */
  trusted?: readonly string[]
  /** How often it is looked which calendars are due; absent: the usual one. */
  lookEveryMs?: number
  /** Absent: the usual one. */
  patience?: Patience
}

export interface OutsideReading {
  /** Now, and not when it is time. */
  look(): Promise<void>
  stop(): Promise<void>
}

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'log'> & OutsideCalendars

/** An address that was just given is read this soon. */
const usualLookEveryMs = 5_000
const readEveryMs = 15 * minuteMs
/** At once: whoever answers slowly keeps few others waiting. */
const batch = 8
/** Calendars that are looked at show the week that is running. */
const backMs = 7 * dayMs
const aheadMs = 400 * dayMs

/**
 * Reads agents' other calendars as they are due, each by one server: a calendar is claimed by moving when it is read again, so that
 * one that ends a process waits for its next turn too. What cannot be read leaves what was known, with why. Returns how to stop.
 */
export function readOutsideCalendars({ lookEveryMs = usualLookEveryMs, ...needs }: Needs): OutsideReading {
  const { database, clock, log } = needs
  const stopping = new AbortController()
  const { signal } = stopping
  const look = async () => {
    while (!signal.aborted) {
      const due = await database.asOwner((tx) => listDue(tx, { now: clock.now(), most: batch }))
      if (due.length === 0) return
      await Promise.all(due.map((one) => readOne(one, needs, signal)))
    }
  }
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error) => log.warn({ err: error }, 'calendars outside: will look again'))
  }, lookEveryMs)
  timer.unref()
  return {
    look,
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await looking
    },
  }
}

async function readOne({ organisationId, agentId }: Due, needs: Needs, signal: AbortSignal): Promise<void> {
  const { database, clock, trusted = [], patience } = needs
  const now = clock.now()
  const claimed = await database.transaction(organisationId, async (tx) => {
    const calendar = await claimReading(tx, agentId, { now, next: new Date(now.getTime() + readEveryMs) })
    return (await findAgent(tx, agentId)) && calendar
  })
  if (!claimed) return
  const window = windowAt(now)
  const reading = await unlessStopped(readCalendar({ ...claimed, window }, { trusted, signal, patience }), signal)
  if (!reading) return
  await database.transaction(organisationId, (tx) =>
    keepReading(tx, { agentId, url: claimed.url, window, reading }, needs),
  )
}

/** By whole days, so that what reaches beyond is cut off at the same instant all day long. */
function windowAt(now: Date): Span {
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs
  return { from: midnight - backMs, to: midnight + aheadMs }
}

/** Nothing once it is to stop, whatever is still under way. */
async function unlessStopped<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | null> {
  const { promise: stopped, resolve } = Promise.withResolvers<null>()
  const stop = () => resolve(null)
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([work, stopped])
  } catch (error) {
    if (signal.aborted) return null
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Keeps what was read of an address that is still the one to be read, and tells whoever looks when it is news. */
async function keepReading(
  tx: OrganisationTransaction,
  { agentId, url, window, reading }: { agentId: AgentId; url: string; window: Span; reading: Reading },
  { clock, events }: Needs,
): Promise<void> {
  const [known, agent] = [await lockReading(tx, { agentId, url }), await findAgent(tx, agentId)]
  if (!known || !agent) return
  const isRead = 'busy' in reading
  await saveReading(tx, agentId, {
    outsideReadAt: isRead ? clock.now() : known.outsideReadAt,
    outsideFault: isRead ? null : reading.fault,
  })
  const isOtherwise = isRead && (await replaceBusy(tx, agentId, { window, busy: reading.busy }))
  const isFirst = isRead && known.outsideReadAt === null
  if (isOtherwise || isFirst || known.outsideFault !== (isRead ? null : reading.fault))
    events.append(tx, appointmentsChanged([{ agentId, subAccountId: agent.subAccountId }]))
}

/** Whether it was anything else before. Past times go without a word. */
async function replaceBusy(
  tx: OrganisationTransaction,
  agentId: AgentId,
  { window, busy }: { window: Span; busy: readonly Span[] },
): Promise<boolean> {
  const before = (await outsideBusyOf(tx, [agentId], window)).get(agentId) ?? []
  const isSame = before.length === busy.length && before.every((span, at) => isSameSpan(span, busy[at]))
  if (isSame) return false
  await forgetOutsideBusy(tx, agentId)
  await insertOutsideBusy(tx, agentId, busy)
  return true
}

const isSameSpan = (one: Span, other: Span | undefined): boolean => one.from === other?.from && one.to === other.to
