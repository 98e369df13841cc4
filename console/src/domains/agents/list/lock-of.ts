import type { AgentForAgent } from '#contract/agents.ts'

export type Lock = 'lastAdministrator' | 'yourself' | 'aboveYou'

/** Why the reader may not switch somebody on or off; null: they may. */
export function lockOf({ may, you }: Pick<AgentForAgent, 'may' | 'you'>): Lock | null {
  if (may.locked !== null) return 'lastAdministrator'
  if (may.activate) return null
  return you ? 'yourself' : 'aboveYou'
}
