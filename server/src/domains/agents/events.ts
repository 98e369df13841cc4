import type { Colleague } from '#contract/agents.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { AgentId, SubAccountId } from '#contract/ids.ts'
import type { NewEvent } from '#server/platform/events/events.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Agent } from './agent.ts'
import { asColleague } from './present.ts'

/** Who a colleague is, and where they belong: that decides who is told. */
interface ColleagueChanged extends Colleague {
  subAccountId: SubAccountId | null
  /** Where they belonged before: whoever knew them there and does not here is told that they left. Absent: where they do now. */
  earlier?: SubAccountId | null
}

/** Name, role or availability are others, for those who know this colleague. `before`: as they were, when they may have moved. */
export const colleagueChanged = (agent: Agent, now: Date, before: Pick<Agent, 'subAccountId'> = agent): NewEvent => ({
  stream: 'organisation',
  type: 'colleague.changed',
  payload: {
    ...asColleague(agent, now),
    subAccountId: agent.subAccountId,
    ...(before.subAccountId !== agent.subAccountId && { earlier: before.subAccountId }),
  } satisfies ColleagueChanged,
})

export const colleagueLeft = ({ id, subAccountId }: Pick<Agent, 'id' | 'subAccountId'>): NewEvent => ({
  stream: 'organisation',
  type: 'colleague.left',
  payload: { agentId: id, subAccountId },
})

/** The rights of one person changed: told to them alone, and what makes gateways look again at their sockets. */
export const accessChanged = (agentId: AgentId): NewEvent => ({
  stream: 'organisation',
  type: 'access.changed',
  payload: { agentId },
})

/** A person belongs to other organisations than before: told to them alone. */
export const membershipsChanged = (agentId: AgentId): NewEvent => ({
  stream: 'organisation',
  type: 'memberships.changed',
  payload: { agentId },
})

/** What a reader sees of each event of this room; null is nothing. Payloads are those made above. */
export const agentViews = {
  'colleague.changed': (reader: Actor, payload: unknown): AgentEvent | null => {
    const { subAccountId, earlier = subAccountId, ...colleague } = payload as ColleagueChanged
    const agentId = colleague.id
    if (may(reader, 'colleagues.read', { agentId, subAccountId })) return { type: 'colleague.changed', colleague }
    return may(reader, 'colleagues.read', { agentId, subAccountId: earlier })
      ? { type: 'colleague.left', agentId }
      : null
  },
  'colleague.left': (reader: Actor, payload: unknown): AgentEvent | null => {
    const { agentId, subAccountId } = payload as { agentId: AgentId; subAccountId: SubAccountId | null }
    return may(reader, 'colleagues.read', { agentId, subAccountId }) ? { type: 'colleague.left', agentId } : null
  },
  'access.changed': (reader: Actor, payload: unknown): AgentEvent | null =>
    (payload as { agentId: AgentId }).agentId === reader.agentId ? { type: 'access.changed' } : null,
  'memberships.changed': (reader: Actor, payload: unknown): AgentEvent | null =>
    (payload as { agentId: AgentId }).agentId === reader.agentId ? { type: 'memberships.changed' } : null,
}
