import { sql } from 'kysely'
import type { ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { whereReached } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import type { Conversation, Rating } from '../conversation.ts'
import { toRating } from '../rating/store.ts'
import { conversations, toConversation } from '../store.ts'
import type { PageView } from './page-view.ts'

/** Keeps those that are not kept yet, and answers how many they were. */
export async function insertPageViews(
  tx: OrganisationTransaction,
  conversationId: ConversationId,
  views: readonly PageView[],
): Promise<number> {
  const result = await tx.db
    .insertInto('page_views')
    .values(
      views.map(({ deviceAt, url, title, seenAt }) => ({
        organisation_id: tx.organisationId,
        conversation_id: conversationId,
        device_at: deviceAt,
        url,
        title,
        seen_at: seenAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0n)
}

/** Forgets all but the newest. */
export async function dropOldPageViews(
  tx: OrganisationTransaction,
  conversationId: ConversationId,
  keep: number,
): Promise<void> {
  const old = newestViews(tx, conversationId).select('device_at').offset(keep)
  await tx.db
    .deleteFrom('page_views')
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .where('device_at', 'in', old)
    .execute()
}

/** Newest first. */
export async function listPageViews(tx: OrganisationTransaction, conversationId: ConversationId): Promise<PageView[]> {
  const rows = await newestViews(tx, conversationId).select(['device_at', 'url', 'title', 'seen_at']).execute()
  return rows.map(({ device_at, url, title, seen_at }) => ({ deviceAt: device_at, url, title, seenAt: seen_at }))
}

const newestViews = (tx: OrganisationTransaction, conversationId: ConversationId) =>
  tx.db
    .selectFrom('page_views')
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .orderBy('seen_at', 'desc')
    .orderBy('device_at', 'desc')

export interface Closing {
  seq: number
  at: Date
  by: string
  rating: Rating | null
}

/** The times it was closed, the last one first. */
export async function listClosings(
  tx: OrganisationTransaction,
  conversationId: ConversationId,
  limit: number,
): Promise<Closing[]> {
  const rows = await tx.db
    .selectFrom('messages')
    .leftJoin('ratings', (join) =>
      join
        .onRef('ratings.organisation_id', '=', 'messages.organisation_id')
        .onRef('ratings.conversation_id', '=', 'messages.conversation_id')
        .onRef('ratings.closing_seq', '=', 'messages.seq'),
    )
    .select(['messages.seq', 'messages.sent_at', 'messages.author_name', 'ratings.score', 'ratings.word'])
    .select(['ratings.rated_at', 'ratings.version'])
    .where('messages.organisation_id', '=', tx.organisationId)
    .where('messages.conversation_id', '=', conversationId)
    .where(sql<boolean>`messages.notice = 'closed'`)
    .orderBy('messages.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ seq: row.seq, at: row.sent_at, by: row.author_name ?? '', rating: toRating(row) }))
}

/** Other conversations that this reader reaches whose visitor gave the same address, last activity first. */
export async function listSameAddress(
  tx: OrganisationTransaction,
  reader: Actor,
  { id, visitor }: Conversation,
  limit: number,
): Promise<Conversation[]> {
  if (visitor.email === null) return []
  const rows = await conversations(tx)
    .where('visitors.email', '=', visitor.email)
    .where('conversations.id', '<>', id)
    .where(whereReached(reader))
    .orderBy('conversations.last_activity_at', 'desc')
    .orderBy('conversations.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toConversation)
}
