import type { AgentId } from '#contract/ids.ts'

/** What is asked of somebody who could receive, when the visitor does not mind who does. */
export interface Load {
  agentId: AgentId
  /** Their appointments on that day of theirs, and in the seven days around it. */
  thatDay: number
  thatWeek: number
  /** When the last one was booked with them; null: never. */
  lastBookedAt: Date | null
}

/** Who receives: whoever has least to do that day, then that week, then whose turn was longest ago. Of nobody: null. Pure. */
export function chooseAgent(loads: readonly Load[]): AgentId | null {
  const [first] = [...loads].sort(
    (one, other) =>
      one.thatDay - other.thatDay ||
      one.thatWeek - other.thatWeek ||
      (one.lastBookedAt?.getTime() ?? 0) - (other.lastBookedAt?.getTime() ?? 0) ||
      (one.agentId < other.agentId ? -1 : 1),
  )
  return first?.agentId ?? null
}
