import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { type Agent, isFullAdministrator } from './agent.ts'
import { countActiveAdministrators } from './store.ts'

/**
 * Before somebody stops being an active administrator, in whatever way. The organisation's row is locked: two administrators
 * cannot let each other go at once.
 *
 * @refuses agents.last-administrator
 */
export async function refuseLastAdministrator(tx: OrganisationTransaction, agent: Agent): Promise<void> {
  if (!isFullAdministrator(agent) || !agent.active) return
  if ((await countActiveAdministrators(tx)) <= 1) throw refusal('agents.last-administrator')
}
