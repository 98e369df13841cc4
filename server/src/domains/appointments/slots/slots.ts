import type { AgentId } from '#contract/ids.ts'
import { joined, minuteMs, type Span } from '#contract/wall-clock.ts'

/** What a reason asks of the time it is booked in; all in minutes. */
export interface SlotRule {
  minutes: number
  /** From one offered beginning to the next, counted from where an opening begins. */
  everyMinutes: number
  /** Kept free of other appointments around it. */
  before: number
  after: number
  /** How long beforehand it must be booked, and how far ahead it may be. */
  noticeMinutes: number
  aheadMinutes: number
}

/** When somebody may be booked. */
export interface AgentTime {
  agentId: AgentId
  /** When they receive. */
  openings: readonly Span[]
  /** Absences and holidays: nothing of an appointment may lie in them, what is kept free around it may. */
  closed: readonly Span[]
  /** Appointments with all that is kept free around them, and what another calendar says. */
  busy: readonly Span[]
}

/** A time that may be given, and who could receive then; never nobody. */
export interface Slot {
  from: number
  agentIds: AgentId[]
}

/** The slots that begin within a window, in order. Pure; see the naive twin in its test for the rule in plain words. */
export function findSlots(
  rule: SlotRule,
  { agents, window, now }: { agents: readonly AgentTime[]; window: Span; now: number },
): Slot[] {
  const slots = new Map<number, AgentId[]>()
  const earliest = Math.max(window.from, now + rule.noticeMinutes * minuteMs)
  // The last moment that may be booked is one: a slot may begin at it.
  const before = Math.min(window.to, now + rule.aheadMinutes * minuteMs + 1)
  for (const { agentId, ...time } of agents)
    for (const from of beginnings(rule, time, { from: earliest, to: before })) {
      const others = slots.get(from)
      if (others) others.push(agentId)
      else slots.set(from, [agentId])
    }
  return [...slots].sort(([one], [other]) => one - other).map(([from, agentIds]) => ({ from, agentIds }))
}

/** Whether somebody could be booked at exactly this time by those who book by the rules. */
export const isSlot = (rule: SlotRule, from: number, { time, now }: { time: AgentTime; now: number }): boolean =>
  findSlots(rule, { agents: [time], window: { from, to: from + 1 }, now }).length > 0

function* beginnings(
  rule: SlotRule,
  { openings, closed, busy }: Omit<AgentTime, 'agentId'>,
  window: Span,
): Generator<number> {
  const [length, every] = [rule.minutes * minuteMs, rule.everyMinutes * minuteMs]
  const isClosed = touches(joined(closed))
  const isBusy = touches(joined(busy))
  for (const run of joined(openings)) {
    const skipped = Math.max(0, Math.ceil((window.from - run.from) / every))
    const last = Math.min(run.to - length, window.to - 1)
    for (let from = run.from + skipped * every; from <= last; from += every) {
      if (isClosed({ from, to: from + length })) continue
      if (isBusy({ from: from - rule.before * minuteMs, to: from + length + rule.after * minuteMs })) continue
      yield from
    }
  }
}

/** Whether a span overlaps any of these, which are in order and apart. Asked in order of the spans' beginnings. */
function touches(spans: readonly Span[]): (span: Span) => boolean {
  let next = 0
  return ({ from, to }) => {
    while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1
    return (spans[next]?.from ?? Number.POSITIVE_INFINITY) < to
  }
}
