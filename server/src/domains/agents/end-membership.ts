import type { RemoveAgent } from '#contract/agents.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { tellMembershipsChanged } from '../accounts/index.ts'
import type { Actor } from '../callers.ts'
import { settingsChanged } from '../settings-changed.ts'
import type { Agent } from './agent.ts'
import { accessChanged, colleagueLeft } from './events.ts'
import { type HoldingRoom, passOn } from './holdings.ts'
import { deleteMembership, saveAgent, updateAgent } from './store.ts'

/** What later rooms do, in the same transaction, when an agent leaves: the invitations that rest on their rights end. */
export type OnLeaves = (tx: OrganisationTransaction, agent: Agent) => Promise<void>

export type EndingNeeds = Pick<Platform, 'events' | 'clock' | 'jobs'> & {
  holdingRooms: readonly HoldingRoom[]
  onLeaves: OnLeaves
}

/**
 * Ends a membership, whoever ends it, with the organisation and the agent locked. Access ends at once: sockets close after the commit,
 * before they could hear of what follows, and every request is refused. What they had in hand goes to heirs or to the queue.
 *
 * @refuses agents.holds-too-much | agents.heir-refused | request.not-found
 * @returns the heirs who took something over
 */
export async function endMembership(
  tx: OrganisationTransaction,
  agent: Agent,
  { by, heirs, ...needs }: { by: Actor; heirs: RemoveAgent['heirs'] } & EndingNeeds,
): Promise<Agent[]> {
  const { events, clock } = needs
  await updateAgent(tx, agent.id, { presentUntil: null, consolesClosedAt: null })
  await saveAgent(tx, { ...agent, removedAt: clock.now(), removedBy: by.agentId })
  await deleteMembership(tx, agent.id)
  await tellMembershipsChanged(tx, agent.userId, needs)
  events.append(tx, accessChanged(agent.id))
  const took = await passOn(tx, agent, { by, heirs, rooms: needs.holdingRooms })
  await needs.onLeaves(tx, agent)
  events.append(tx, colleagueLeft(agent))
  events.append(tx, settingsChanged('agents'))
  return took
}
