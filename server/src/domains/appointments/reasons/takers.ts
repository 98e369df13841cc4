import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { type Agent, listAgentsAmong, listAgentsOf } from '../../agents/index.ts'
import { type Reason, whyUnfit } from './reason.ts'

/** Who receives for a reason now, by name. */
export async function takersOf(tx: OrganisationTransaction, reason: Reason): Promise<Agent[]> {
  const { takerIds, subAccountId } = reason
  const agents = await (takerIds === null ? listAgentsOf(tx, subAccountId) : listAgentsAmong(tx, takerIds))
  return agents.filter((agent) => whyUnfit(agent, reason) === null)
}
