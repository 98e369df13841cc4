import { sql } from 'kysely'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { ConversationState } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { whereReached } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Conversation } from './conversation.ts'
import { whereMentioned } from './mention-store.ts'
import { conversations, toConversation } from './store.ts'
import { whereFilter } from './where-filter.ts'

/** A list of one state as this reader reaches it. Pending: longest waiting first; open: last activity first. */
export async function listWaitingOrOpen(
  tx: OrganisationTransaction,
  reader: Actor,
  state: Exclude<ConversationState, 'closed'>,
  limit: number,
): Promise<Conversation[]> {
  const query = conversations(tx).where('conversations.state', '=', state).where(whereReached(reader))
  const ordered =
    state === 'pending'
      ? query.orderBy('conversations.state_since').orderBy('conversations.id')
      : query.orderBy('conversations.last_activity_at', 'desc').orderBy('conversations.id', 'desc')
  return (await ordered.limit(limit).execute()).map(toConversation)
}

/** Those with a mention of this reader that they have not read, in reach, last activity first. */
export async function listMentioned(
  tx: OrganisationTransaction,
  reader: Actor,
  limit: number,
): Promise<Conversation[]> {
  const rows = await conversations(tx)
    .where(whereMentioned(reader, { isUnread: true }))
    .where(whereReached(reader))
    .orderBy('conversations.last_activity_at', 'desc')
    .orderBy('conversations.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toConversation)
}

/** What narrows a list of closed conversations, and where in it to go on. */
export interface ClosedPage {
  filter?: ConversationFilter
  before?: { closedAt: Date; id: ConversationId }
  limit: number
}

/** Closed ones as this reader reaches them, most recently closed first, after a place in that order. */
export async function listClosed(
  tx: OrganisationTransaction,
  reader: Actor,
  page: ClosedPage,
): Promise<Conversation[]> {
  await planForValues(tx)
  return (await closedQuery(tx, reader, page).execute()).map(toConversation)
}

/** What is asked for them; that a page costs what is on it is proven in long-lists.db.test.ts. */
export function closedQuery(tx: OrganisationTransaction, reader: Actor, { filter = {}, before, limit }: ClosedPage) {
  // Said to the planner, not as a value: the indexes hold closed ones alone.
  let query = conversations(tx)
    .where(sql<boolean>`conversations.state = 'closed'`)
    .where(whereReached(reader, 'closed'))
    .where(whereFilter(filter, reader))
  if (filter.from) query = query.where('conversations.state_since', '>=', new Date(filter.from))
  if (filter.until) query = query.where('conversations.state_since', '<', new Date(filter.until))
  if (before)
    query = query.where(
      sql<boolean>`(conversations.state_since, conversations.id) < (${before.closedAt}, ${before.id}::uuid)`,
    )
  return query.orderBy('conversations.state_since', 'desc').orderBy('conversations.id', 'desc').limit(limit)
}

/**
 * Which index is best depends on who asks for what: a plan made for any values would be made for the worst. And it is always an index:
 * how rare a word is can only be guessed, and a guess must not lead through everything that was ever said.
 */
export const planForValues = (tx: Pick<OrganisationTransaction, 'db'>) =>
  sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)`.execute(
    tx.db,
  )
