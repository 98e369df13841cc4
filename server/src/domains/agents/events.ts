import type { Colleague } from '#contract/agents.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { AgentId } from '#contract/ids.ts'
import type { NewEvent } from '#server/platform/events/events.ts'
import type { Actor } from '../callers.ts'
import type { Agent } from './agent.ts'
import { asColleague } from './present.ts'

/** Names, roles and availability are for every colleague: conversations carry the names anyway. */
export const colleagueChanged = (agent: Agent, now: Date): NewEvent => ({
  stream: 'organisation',
  type: 'colleague.changed',
  payload: asColleague(agent, now),
})

export const colleagueLeft = (agentId: AgentId): NewEvent => ({
  stream: 'organisation',
  type: 'colleague.left',
  payload: { agentId },
})

/** The rights of one person changed: told to them alone, and what makes gateways look again at their sockets. */
export const accessChanged = (agentId: AgentId): NewEvent => ({
  stream: 'organisation',
  type: 'access.changed',
  payload: { agentId },
})

/** What a reader sees of each event of this room; null is nothing. Payloads are those made above. */
export const agentViews = {
  'colleague.changed': (_reader: Actor, payload: unknown): AgentEvent => ({
    type: 'colleague.changed',
    colleague: payload as Colleague,
  }),
  'colleague.left': (_reader: Actor, payload: unknown): AgentEvent => ({
    type: 'colleague.left',
    agentId: (payload as { agentId: AgentId }).agentId,
  }),
  'access.changed': (reader: Actor, payload: unknown): AgentEvent | null =>
    (payload as { agentId: AgentId }).agentId === reader.agentId ? { type: 'access.changed' } : null,
}
