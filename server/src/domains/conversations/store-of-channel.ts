import { sql } from 'kysely'
import type { ChannelHoldings } from '#contract/channels.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { ChannelMove } from '../channels/index.ts'
import type { Conversation } from './conversation.ts'
import { conversations, toConversation } from './store.ts'

/** How many conversations of a channel are in its sub-account. */
export async function countOfChannel(
  tx: OrganisationTransaction,
  { channelId, from }: Pick<ChannelMove, 'channelId' | 'from'>,
): Promise<ChannelHoldings> {
  const rows = await tx.db
    .selectFrom('conversations')
    .select((eb) => [sql<boolean>`state = 'closed'`.as('closed'), eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', tx.organisationId)
    .where('channel_id', '=', channelId)
    .where('sub_account_id', '=', from)
    .groupBy(sql`1`)
    .execute()
  const countOf = (closed: boolean) => rows.find((row) => row.closed === closed)?.count ?? 0
  return { openConversations: countOf(false), closedConversations: countOf(true) }
}

/**
 * Takes all of them along, and hands back those that are not closed, as they were before. All are held first, closed ones too: one
 * that its visitor brought back meanwhile would stay behind.
 */
export async function moveWithChannel(
  tx: OrganisationTransaction,
  { channelId, from, to }: ChannelMove,
): Promise<Conversation[]> {
  const { rows } = await sql<{ id: ConversationId }>`
    with held as materialized (
      select id, state from conversations
      where organisation_id = ${tx.organisationId} and channel_id = ${channelId} and sub_account_id = ${from}
      order by id for update
    )
    select id from held where state <> 'closed'`.execute(tx.db)
  const unfinished = await conversations(tx)
    .where(sql<boolean>`conversations.id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('conversations.id')
    .execute()
  await tx.db
    .updateTable('conversations')
    .set({ sub_account_id: to, questionnaire_id: null })
    .where('organisation_id', '=', tx.organisationId)
    .where('channel_id', '=', channelId)
    .where('sub_account_id', '=', from)
    .execute()
  return unfinished.map(toConversation)
}
