import { sql } from 'kysely'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { ConversationId, VisitorId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { queryOf, type Sought } from '#server/platform/search-words.ts'
import { whereReached } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import type { Conversation } from '../conversation.ts'
import type { Message } from '../message.ts'
import { conversations, messageColumns, planForValues, toConversation, toMessage } from '../store.ts'
import { whereFilter } from '../where-filter.ts'

interface Search {
  sought: Sought
  filter: ConversationFilter
  limit: number
}

/** After this one, newest first. */
export interface MessagePlace {
  sentAt: Date
  conversationId: ConversationId
  seq: number
}

/** After this one, last activity first. */
export interface VisitorPlace {
  lastActivityAt: Date
  id: ConversationId
}

/** What was said or noted with these words in conversations that this reader reaches, newest first, each with its conversation. */
export async function findMessages(
  tx: OrganisationTransaction,
  reader: Actor,
  search: Search & { before?: MessagePlace },
): Promise<{ message: Message; conversation: Conversation }[]> {
  await planForValues(tx)
  const found = await messagesQuery(tx, reader, search).execute()
  const said = await readMessages(tx, found)
  const about = await readConversations(
    tx,
    said.map(({ conversationId }) => conversationId),
  )
  return said.flatMap((message) => {
    const conversation = about.get(message.conversationId)
    return conversation ? [{ message, conversation }] : []
  })
}

/** What is asked for them; that it reads no more than it must is proven in long-lists.db.test.ts. */
export function messagesQuery(
  tx: OrganisationTransaction,
  reader: Actor,
  { sought, filter, before, limit }: Search & { before?: MessagePlace },
) {
  let query = tx.db
    .selectFrom('searchable_messages as found')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.organisation_id', '=', 'found.organisation_id')
        .onRef('conversations.id', '=', 'found.conversation_id'),
    )
    .select(['found.conversation_id', 'found.seq', 'found.sent_at'])
    .where('found.organisation_id', '=', tx.organisationId)
    .where(sql<boolean>`found.words @@ ${queryOf(tx.organisationId, sought)}::tsquery`)
    .where(whereReached(reader))
    .where(whereFilter(filter))
  if (filter.from) query = query.where('found.sent_at', '>=', new Date(filter.from))
  if (filter.until) query = query.where('found.sent_at', '<', new Date(filter.until))
  if (before)
    query = query.where(
      sql<boolean>`(found.sent_at, found.conversation_id, found.seq) < (${before.sentAt}, ${before.conversationId}::uuid, ${before.seq}::int)`,
    )
  return query
    .orderBy('found.sent_at', 'desc')
    .orderBy('found.conversation_id', 'desc')
    .orderBy('found.seq', 'desc')
    .limit(limit)
}

/** Conversations that this reader reaches whose visitor's name and address have these words, last activity first. */
export async function findVisitors(
  tx: OrganisationTransaction,
  reader: Actor,
  { sought, filter, before, limit }: Search & { before?: VisitorPlace },
): Promise<Conversation[]> {
  await planForValues(tx)
  let query = conversations(tx)
    .where(whereReached(reader))
    .where(whereFilter(filter))
    .where((eb) =>
      eb(
        'conversations.visitor_id',
        'in',
        eb
          .selectFrom('searchable_visitors as found')
          .select('found.id')
          .$castTo<{ id: VisitorId }>()
          .where('found.organisation_id', '=', tx.organisationId)
          .where(sql<boolean>`found.words @@ ${queryOf(tx.organisationId, sought)}::tsquery`),
      ),
    )
  if (filter.from) query = query.where('conversations.last_activity_at', '>=', new Date(filter.from))
  if (filter.until) query = query.where('conversations.last_activity_at', '<', new Date(filter.until))
  if (before)
    query = query.where(
      sql<boolean>`(conversations.last_activity_at, conversations.id) < (${before.lastActivityAt}, ${before.id}::uuid)`,
    )
  const rows = await query
    .orderBy('conversations.last_activity_at', 'desc')
    .orderBy('conversations.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toConversation)
}

/** Of these places, in their order. */
async function readMessages(
  tx: OrganisationTransaction,
  places: readonly { conversation_id: ConversationId | null; seq: number | null }[],
): Promise<Message[]> {
  const rows = await tx.db
    .selectFrom('messages')
    .select(messageColumns)
    .where('messages.organisation_id', '=', tx.organisationId)
    .where(
      sql<boolean>`(messages.conversation_id, messages.seq) in (
        select * from unnest(${places.map((place) => place.conversation_id)}::uuid[], ${places.map(({ seq }) => seq)}::int[]))`,
    )
    .execute()
  const byPlace = new Map(rows.map((row) => [`${row.conversation_id} ${row.seq}`, toMessage(row)]))
  return places.flatMap((place) => byPlace.get(`${place.conversation_id} ${place.seq}`) ?? [])
}

async function readConversations(
  tx: OrganisationTransaction,
  ids: readonly ConversationId[],
): Promise<Map<ConversationId, Conversation>> {
  const rows = await conversations(tx)
    .where('conversations.id', '=', sql<ConversationId>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, toConversation(row)]))
}
