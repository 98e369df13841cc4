import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { may } from '../../access/index.ts'
import { type Agent, listAgentsAmong, listAgentsOf } from '../../agents/index.ts'
import type { Actor } from '../../callers.ts'
import { mayBeChosen, type Reason, whyUnfit } from './reason.ts'

/** Who receives for a reason now, by name. */
export async function takersOf(tx: OrganisationTransaction, reason: Reason): Promise<Agent[]> {
  const { takerIds, subAccountId } = reason
  const agents = await (takerIds === null ? listAgentsOf(tx, subAccountId) : listAgentsAmong(tx, takerIds))
  return agents.filter((agent) => whyUnfit(agent, reason) === null)
}

/**
 * Whom an actor may choose: those they know, of the sub-account or of all, who hold the module. Who was chosen before stays, as what
 * people hold comes and goes: whoever is not fit is not booked.
 *
 * @refuses reasons.taker-unfit, with details.name of somebody the actor knows
 */
export async function refuseUnfitTakers(
  tx: OrganisationTransaction,
  actor: Actor,
  { takerIds, subAccountId }: Pick<Reason, 'takerIds' | 'subAccountId'>,
  earlier: readonly AgentId[] = [],
): Promise<void> {
  const added = (takerIds ?? []).filter((id) => !earlier.includes(id))
  const agents = new Map((await listAgentsAmong(tx, added)).map((agent) => [agent.id, agent]))
  for (const id of added) {
    const agent = agents.get(id)
    const field = `takerIds.${takerIds?.indexOf(id)}`
    if (!agent || !knows(actor, agent)) throw refusal('reasons.taker-unfit', { field })
    if (!mayBeChosen(agent, subAccountId))
      throw refusal('reasons.taker-unfit', { field, details: { name: agent.name } })
  }
}

/** Those chosen whom a reader knows, by name. */
export async function knownTakers(
  tx: OrganisationTransaction,
  reasons: readonly Pick<Reason, 'takerIds'>[],
  reader: Actor,
): Promise<Agent[]> {
  const ids = new Set(reasons.flatMap(({ takerIds }) => takerIds ?? []))
  return (await listAgentsAmong(tx, [...ids])).filter((agent) => knows(reader, agent))
}

/** Whom an actor may choose, and give appointments to: those whose names they read. */
export const knows = (actor: Actor, { id, subAccountId }: Agent): boolean =>
  may(actor, 'colleagues.read', { agentId: id, subAccountId })
