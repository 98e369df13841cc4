import type { AgentId, AppointmentId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import { dayMs, dayOf, type Span } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Agent } from '../../agents/index.ts'
import { type AgentCalendar, asAgentTime, readAgentTimes } from '../calendars/agent-times.ts'
import { chooseAgent } from '../choose-agent.ts'
import { type Reason, slotRuleOf, takersOf, whyUnfit } from '../reasons/index.ts'
import { findSlots, type Slot } from '../slots/slots.ts'
import type { Times } from './appointment.ts'
import { readLoads } from './store.ts'

/** Room around a window for what is kept free before and after, on either side. */
const marginMs = dayMs

/** Times as visitors are offered them, of whoever may take the reason, or of one of them. `except`: as if this were not booked. */
export async function freeTimes(
  tx: OrganisationTransaction,
  reason: Reason,
  asked: { window: Span; agentId?: AgentId | undefined; except?: AppointmentId; now: Date },
): Promise<Slot[]> {
  const takers = await takersOf(tx, reason)
  const ids = takers.map(({ id }) => id).filter((id) => asked.agentId === undefined || id === asked.agentId)
  const calendars = await readAgentTimes(tx, ids, widened(asked.window), reason.texts[0]?.language ?? 'en')
  return findSlots(slotRuleOf(reason), {
    agents: ids.flatMap((id) => {
      const calendar = calendars.get(id)
      return calendar ? [asAgentTime(id, calendar, { except: asked.except })] : []
    }),
    window: asked.window,
    now: asked.now.getTime(),
  })
}

/** How far ahead the nearest free times are looked for. */
const nearestWithinMs = 21 * dayMs
const nearestCount = 6

/** The next free times from a moment on: what is offered instead of a time that was taken. */
export async function nearestTimes(
  tx: OrganisationTransaction,
  reason: Reason,
  asked: { from: Date; agentId?: AgentId; except?: AppointmentId; now: Date },
): Promise<string[]> {
  const from = dayOf(asked.from.getTime())
  const slots = await freeTimes(tx, reason, { ...asked, window: { from, to: from + nearestWithinMs } })
  const away = (slot: Slot) => Math.abs(slot.from - asked.from.getTime())
  return slots
    .sort((one, other) => away(one) - away(other))
    .slice(0, nearestCount)
    .sort((one, other) => one.from - other.from)
    .map((slot) => new Date(slot.from).toISOString())
}

/**
 * Who receives at a time, of those who are free then: the one who is wanted, else whoever has least to do that day (see
 * `chooseAgent`). Null: nobody is free.
 */
export async function whoReceives(
  tx: OrganisationTransaction,
  reason: Reason,
  asked: { startsAt: Date; agentId?: AgentId; preferred?: AgentId; except?: AppointmentId; now: Date },
): Promise<AgentId | null> {
  const at = asked.startsAt.getTime()
  const [slot] = await freeTimes(tx, reason, { ...asked, window: { from: at, to: at + 1 } })
  if (!slot) return null
  if (asked.preferred && slot.agentIds.includes(asked.preferred)) return asked.preferred
  return leastBusy(tx, slot.agentIds, asked.startsAt)
}

/**
 * Of some who could receive, whoever has least to do, what they are to be given besides counted in. Days are those of the clocks at
 * UTC: nobody's turn hangs on a zone.
 */
export async function leastBusy(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
  at: Date,
  planned: readonly { agentId: AgentId; at: Date }[] = [],
): Promise<AgentId | null> {
  const from = dayOf(at.getTime())
  const span = (before: number, after: number) => ({
    from: new Date(from - before * dayMs),
    to: new Date(from + after * dayMs),
  })
  const [day, week] = [span(0, 1), span(3, 4)]
  const loads = await readLoads(tx, agentIds, { day, week })
  const nothing = { thatDay: 0, thatWeek: 0, lastBookedAt: null }
  return chooseAgent(
    agentIds.map((agentId) => {
      const load = loads.get(agentId) ?? nothing
      const more = (within: { from: Date; to: Date }) =>
        planned.filter((one) => one.agentId === agentId && one.at >= within.from && one.at < within.to).length
      return { agentId, ...load, thatDay: load.thatDay + more(day), thatWeek: load.thatWeek + more(week) }
    }),
  )
}

/** Everything that speaks against giving somebody an appointment at a time, in the order in which it is told. */
export async function whyNotAt(
  tx: OrganisationTransaction,
  { agent, reason, times, except }: { agent: Agent; reason: Reason; times: Times; except?: AppointmentId },
): Promise<{ why: WhyNotFree[]; isTaken: boolean }> {
  const span = { from: times.startsAt.getTime(), to: times.endsAt.getTime() }
  const calendars = await readAgentTimes(tx, [agent.id], widened(span), reason.texts[0]?.language ?? 'en')
  const calendar = calendars.get(agent.id)
  const unfit = whyUnfit(agent, reason)
  return {
    why: [...(unfit ? [unfit] : []), ...(calendar ? whyClosed(calendar, span) : (['closed'] as const))],
    isTaken: calendar !== undefined && isTaken(calendar, times, except),
  }
}

/** Why somebody does not receive during a time by their own calendar; appointments they have are not looked at. */
export function whyClosed(calendar: AgentCalendar, span: Span): WhyNotFree[] {
  const meets = (spans: readonly Span[]) => spans.some(({ from, to }) => from < span.to && to > span.from)
  return [
    ...(meets(calendar.absences) ? (['absent'] as const) : []),
    ...(meets(calendar.holidays) ? (['holiday'] as const) : []),
    ...(calendar.openings.some(({ from, to }) => from <= span.from && to >= span.to) ? [] : (['closed'] as const)),
    ...(meets(calendar.busy) ? (['busy'] as const) : []),
  ]
}

/** Whether whoever keeps the calendar passes over this. */
export const isPassedOver = (why: WhyNotFree, despite: readonly string[]): boolean => despite.includes(why)

export const isTaken = (calendar: AgentCalendar, { keptFree }: Times, except?: AppointmentId): boolean =>
  calendar.kept.some(
    ({ appointmentId, from, to }) =>
      appointmentId !== except && from < keptFree.to.getTime() && to > keptFree.from.getTime(),
  )

const widened = ({ from, to }: Span): Span => ({ from: from - marginMs, to: to + marginMs })
