import type { AgentId, OrganisationId } from '#contract/ids.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'

/** Gives a calendar that is kept the address with this secret; null: none. An earlier one is over. */
export async function setFeed(tx: OrganisationTransaction, agentId: AgentId, hash: Buffer | null): Promise<void> {
  await tx.db
    .updateTable('agent_calendars')
    .set({ feed_hash: hash })
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .execute()
}

/** Whose calendar a secret opens, in whatever organisation; read as the tables' owner. */
export async function findByFeed(
  tx: Transaction,
  hash: Buffer,
): Promise<{ organisationId: OrganisationId; agentId: AgentId } | undefined> {
  return tx.db
    .selectFrom('agent_calendars')
    .select(['organisation_id as organisationId', 'agent_id as agentId'])
    .where('feed_hash', '=', hash)
    .executeTakeFirst()
}
