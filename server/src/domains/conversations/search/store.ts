import { sql } from 'kysely'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { ConversationId, VisitorId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import { queryOf, type Sought } from '#server/platform/search-words.ts'
import { whereReached } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import type { Conversation } from '../conversation.ts'
import { planForValues } from '../list-store.ts'
import type { Message } from '../message.ts'
import { messageColumns, toMessage } from '../message-store.ts'
import { conversations, toConversation } from '../store.ts'
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

/**
 * What was said or noted with these words in conversations that this reader reaches, newest first, each with its conversation. Looked
 * for among the newest messages: a common word fills its page there. Otherwise it is rare, and the index of words has few of it.
 */
export async function findMessages(
  tx: OrganisationTransaction,
  reader: Actor,
  search: MessageSearch,
): Promise<{ message: Message; conversation: Conversation }[]> {
  await planForValues(tx)
  const recent = await messagesQuery(tx, reader, search, 'newest').execute()
  const isFull = recent.length === search.limit
  const found = isFull ? recent : await messagesQuery(tx, reader, search, 'all').execute()
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

export interface MessageSearch extends Search {
  before?: MessagePlace
}

/** So many of them are looked at one by one. */
const newestMessages = 1_000

/** What is asked for them; that it reads no more than it must is proven in long-lists.db.test.ts. */
export function messagesQuery(
  tx: OrganisationTransaction,
  reader: Actor,
  { sought, filter, before, limit }: MessageSearch,
  among: 'newest' | 'all',
) {
  // Of which organisation is the view's to say: said once more here, it would be taken together with the same of the conversations,
  // whose row-level security would then stand before the index of words.
  const within = sql.join(
    [
      sql`words is not null`,
      ...(filter.from ? [sql`sent_at >= ${new Date(filter.from)}`] : []),
      ...(filter.until ? [sql`sent_at < ${new Date(filter.until)}`] : []),
      ...(before
        ? [
            sql`(sent_at, conversation_id, seq) < (${before.sentAt}, ${before.conversationId}::uuid, ${before.seq}::int)`,
          ]
        : []),
    ],
    sql` and `,
  )
  const newest = sql`order by sent_at desc, conversation_id desc, seq desc limit ${newestMessages}`
  const messages = sql<Tables['searchable_messages']>`(
    select * from searchable_messages where ${within} ${among === 'newest' ? newest : sql``})`.as('found')
  // Among all not by the instant itself: how rare a word is can only be guessed, and a walk through all of time would never end.
  const instant = among === 'newest' ? sql.ref('found.sent_at') : sql`extract(epoch from found.sent_at)`
  return tx.db
    .selectFrom(messages)
    .innerJoin('conversations', (join) =>
      join
        .on('conversations.organisation_id', '=', tx.organisationId)
        .onRef('conversations.id', '=', 'found.conversation_id'),
    )
    .select(['found.conversation_id', 'found.seq'])
    .where(sql<boolean>`found.words @@ ${queryOf(tx.organisationId, sought)}::tsquery`)
    .where(whereReached(reader))
    .where(whereFilter(filter, reader))
    .orderBy(instant, 'desc')
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
    .where(whereFilter(filter, reader))
    .where((eb) =>
      eb(
        'conversations.visitor_id',
        'in',
        eb
          .selectFrom('searchable_visitors as found')
          .select('found.id')
          .$castTo<{ id: VisitorId }>()
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
