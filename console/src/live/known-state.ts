import type { AgentState } from '#client/agent-state.ts'

/** What the console knows of its organisation; null until the first snapshot. */
export type KnownState = AgentState | null
