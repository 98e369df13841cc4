import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { lockOrganisation } from '../organisations/index.ts'
import type { Agent } from './agent.ts'
import { personScope } from './present.ts'
import { holdActor } from './recognise-agent.ts'
import { lockAgent } from './store.ts'

/** What changes people begins alike: the organisation is locked, then whoever acts is held as they are now. */
export async function lockPeople(tx: OrganisationTransaction, by: Actor): Promise<Actor> {
  await lockOrganisation(tx)
  const actor = await holdActor(tx, by)
  authorise(actor, 'agents.list', null)
  return actor
}

/**
 * The same, and the agent it is about, whom nobody else changes until the commit.
 *
 * @refuses access.refused | request.not-found | agents.above-you
 */
export async function lockPerson(
  tx: OrganisationTransaction,
  by: Actor,
  { agentId, act }: { agentId: AgentId; act: 'agents.edit' | 'agents.activate' | 'agents.remove' },
): Promise<{ actor: Actor; agent: Agent }> {
  const actor = await lockPeople(tx, by)
  const agent = await lockAgent(tx, agentId)
  if (!agent) throw refusal('request.not-found')
  authorise(actor, act, personScope(agent))
  return { actor, agent }
}

/** By the name they have now. */
export const asTarget = ({ id, name }: Pick<Agent, 'id' | 'name'>) => ({ kind: 'agent', id, name }) as const
