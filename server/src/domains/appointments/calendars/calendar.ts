import type { outsideFaults } from '#contract/appointments/openings.ts'
import type { AgentId, OpeningId } from '#contract/ids.ts'
import type { WallTime } from '#contract/wall-clock.ts'

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
