import type { AgentId } from '#contract/ids.ts'
import type { Preferences } from '#contract/preferences.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'

export async function readPreferences(tx: OrganisationTransaction, agentId: AgentId): Promise<Preferences> {
  const row = await tx.db
    .selectFrom('preferences')
    .select('shown_sub_account_id as shownSubAccountId')
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst()
  return row ?? { shownSubAccountId: null }
}

export async function savePreferences(
  tx: OrganisationTransaction,
  agentId: AgentId,
  { shownSubAccountId }: Preferences,
): Promise<void> {
  await tx.db
    .insertInto('preferences')
    .values({ organisation_id: tx.organisationId, agent_id: agentId, shown_sub_account_id: shownSubAccountId })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'agent_id']).doUpdateSet({ shown_sub_account_id: shownSubAccountId }),
    )
    .execute()
}
