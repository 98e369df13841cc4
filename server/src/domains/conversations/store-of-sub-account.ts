import { sql } from 'kysely'
import type { ConversationId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { KeptCount } from '../sub-accounts/index.ts'
import type { Conversation } from './conversation.ts'
import { conversations, toConversation } from './store.ts'

/**
 * Holds every conversation of a sub-account, in a fixed order, and hands back those that wait or are open. Closed ones too: one that
 * its visitor is bringing back this moment is neither, and would stay behind.
 */
export async function lockUnfinishedIn(
  tx: OrganisationTransaction,
  subAccountId: SubAccountId,
): Promise<Conversation[]> {
  const { rows: held } = await sql<{ id: ConversationId }>`
    with held as materialized (
      select id, state from conversations
      where organisation_id = ${tx.organisationId} and sub_account_id = ${subAccountId}
      order by id for update
    )
    select id from held where state <> 'closed'`.execute(tx.db)
  const rows = await conversations(tx)
    .where(sql<boolean>`conversations.id = any(${held.map(({ id }) => id)}::uuid[])`)
    .orderBy('conversations.id')
    .execute()
  return rows.map(toConversation)
}

/** Closed conversations of a sub-account to another, all by one statement. Their versions stay: visitors hear nothing of it. */
export async function moveClosed(
  tx: OrganisationTransaction,
  { from, to }: { from: SubAccountId; to: SubAccountId },
): Promise<void> {
  await tx.db
    .updateTable('conversations')
    .set({ sub_account_id: to })
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', from)
    .where('state', '=', 'closed')
    .execute()
}

export async function countInSubAccounts(tx: OrganisationTransaction): Promise<KeptCount[]> {
  return tx.db
    .selectFrom('conversations')
    .select((eb) => [
      'sub_account_id as subAccountId',
      sql<'openConversations' | 'closedConversations'>`
        case when state = 'closed' then 'closedConversations' else 'openConversations' end`.as('kind'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('organisation_id', '=', tx.organisationId)
    .groupBy([sql`1`, sql`2`])
    .execute()
}
