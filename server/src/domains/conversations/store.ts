import { type CompiledQuery, type Selectable, sql } from 'kysely'
import type { AgentId, ChannelId, ClientMessageId, ConversationId, PhotoId, VisitorId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { ConversationScope } from '../access/index.ts'
import type { Conversation } from './conversation.ts'
import type { Message } from './message.ts'
import { messageColumns, toMessage } from './message-store.ts'

/** Not kept with the conversation as the name is: an earlier photo is nowhere any more. */
const assigneePhoto = sql<PhotoId | null>`(
  select photo_id from agents
  where agents.organisation_id = conversations.organisation_id and agents.id = conversations.assignee_id)`.as(
  'assignee_photo_id',
)

/** Conversations with the names on their cards. Each caller narrows it; none reads without the organisation. */
export const conversations = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('conversations')
    .innerJoin('visitors', (join) =>
      join
        .onRef('visitors.organisation_id', '=', 'conversations.organisation_id')
        .onRef('visitors.id', '=', 'conversations.visitor_id'),
    )
    .selectAll('conversations')
    .select(['visitors.name as visitor_name', 'visitors.email as visitor_email', assigneePhoto])
    .where('conversations.organisation_id', '=', tx.organisationId)

type ConversationRow = Selectable<Tables['conversations']> & {
  visitor_name: string | null
  visitor_email: string | null
  assignee_photo_id: PhotoId | null
}

export async function findConversation(
  tx: OrganisationTransaction,
  id: ConversationId,
): Promise<Conversation | undefined> {
  const row = await conversations(tx).where('conversations.id', '=', id).executeTakeFirst()
  return row && toConversation(row)
}

/** What decides who reaches them, of these as they are now. */
export async function readScopes(
  tx: OrganisationTransaction,
  ids: readonly ConversationId[],
): Promise<Map<ConversationId, ConversationScope>> {
  const rows = await tx.db
    .selectFrom('conversations')
    .select([
      'id',
      'sub_account_id as subAccountId',
      'state',
      'assignee_id as assigneeId',
      'language',
      'questionnaire_id as questionnaireId',
    ])
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', sql<ConversationId>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...scope }) => [id, scope]))
}

export async function findByVisitor(
  tx: OrganisationTransaction,
  visitorId: VisitorId,
): Promise<Conversation | undefined> {
  const row = await conversations(tx).where('conversations.visitor_id', '=', visitorId).executeTakeFirst()
  return row && toConversation(row)
}

/** Holds the conversation's row until the end of the transaction: its numbers are taken under this lock. */
export async function lockConversation(
  tx: OrganisationTransaction,
  id: ConversationId,
): Promise<Conversation | undefined> {
  const row = await conversations(tx).where('conversations.id', '=', id).forUpdate('conversations').executeTakeFirst()
  return row && toConversation(row)
}

/**
 * The conversation of the browser that holds a token, locked, and what it said under a client id before: one trip for both. The
 * second statement reads once the lock is held, so a retry that raced the first try finds it.
 */
export async function lockByToken(
  tx: OrganisationTransaction,
  by: { channelId: ChannelId; tokenHash: Buffer; clientMessageId: ClientMessageId },
): Promise<{ conversation: Conversation; earlier: Message | undefined } | undefined> {
  const locked = conversations(tx)
    .where('visitors.channel_id', '=', by.channelId)
    .where('visitors.token_hash', '=', by.tokenHash)
    .forUpdate('conversations')
    .executeTakeFirst()
  const said = tx.db
    .selectFrom('messages')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.organisation_id', '=', 'messages.organisation_id')
        .onRef('conversations.id', '=', 'messages.conversation_id'),
    )
    .innerJoin('visitors', (join) =>
      join
        .onRef('visitors.organisation_id', '=', 'conversations.organisation_id')
        .onRef('visitors.id', '=', 'conversations.visitor_id'),
    )
    .select(messageColumns)
    .where('visitors.organisation_id', '=', tx.organisationId)
    .where('visitors.channel_id', '=', by.channelId)
    .where('visitors.token_hash', '=', by.tokenHash)
    .whereRef('messages.author_id', '=', sql.ref('visitors.id'))
    .where('messages.client_message_id', '=', by.clientMessageId)
    .executeTakeFirst()
  const [row, earlier] = await Promise.all([locked, said])
  return row && { conversation: toConversation(row), earlier: earlier && toMessage(earlier) }
}

export async function lockByVisitor(
  tx: OrganisationTransaction,
  visitorId: VisitorId,
): Promise<Conversation | undefined> {
  const row = await conversations(tx)
    .where('conversations.visitor_id', '=', visitorId)
    .forUpdate('conversations')
    .executeTakeFirst()
  return row && toConversation(row)
}

/** The open conversations of an agent, locked in a fixed order so that two such acts cannot deadlock. */
export async function lockOpenOf(tx: OrganisationTransaction, agentId: AgentId): Promise<Conversation[]> {
  return (await openOf(tx, agentId).forUpdate('conversations').execute()).map(toConversation)
}

export async function listOpenOf(tx: OrganisationTransaction, agentId: AgentId): Promise<Conversation[]> {
  return (await openOf(tx, agentId).execute()).map(toConversation)
}

const openOf = (tx: OrganisationTransaction, agentId: AgentId) =>
  conversations(tx)
    .where('conversations.assignee_id', '=', agentId)
    .where('conversations.state', '=', 'open')
    .orderBy('conversations.id')

/** How many conversations each of these agents has open; who has none is not named. */
export async function countOpenOf(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
): Promise<Map<AgentId, number>> {
  const rows = await tx.db
    .selectFrom('conversations')
    .select((eb) => ['assignee_id', eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', tx.organisationId)
    .where('assignee_id', '=', sql<AgentId>`any(${[...agentIds]}::uuid[])`)
    .where('state', '=', 'open')
    .groupBy('assignee_id')
    .execute()
  return new Map(rows.flatMap(({ assignee_id, count }) => (assignee_id ? [[assignee_id, count] as const] : [])))
}

/** Makes the row of a first contact, before anything was said. False when another tab of the visitor was first. */
export async function insertConversation(tx: OrganisationTransaction, conversation: Conversation): Promise<boolean> {
  const result = await tx.db
    .insertInto('conversations')
    .values({
      organisation_id: tx.organisationId,
      id: conversation.id,
      channel_id: conversation.channelId,
      visitor_id: conversation.visitor.id,
      language: conversation.language,
      created_at: conversation.createdAt,
      ...changing(conversation),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'visitor_id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** To be sent with the commit. */
export const updateConversation = (tx: OrganisationTransaction, conversation: Conversation): CompiledQuery =>
  tx.db
    .updateTable('conversations')
    .set(changing(conversation))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', conversation.id)
    .compile()

const changing = (conversation: Conversation) => ({
  sub_account_id: conversation.subAccountId,
  state: conversation.state,
  assignee_id: conversation.assignee?.id ?? null,
  assignee_name: conversation.assignee?.name ?? null,
  assignee_shown_name: conversation.assignee?.shownName ?? null,
  transferred_by_id: conversation.transferredBy?.id ?? null,
  transferred_by_name: conversation.transferredBy?.name ?? null,
  offered_to: conversation.offer?.agentId ?? null,
  asked: [...conversation.asked],
  route_at: conversation.offer?.until ?? conversation.restsUntil,
  picked_up_at: conversation.lastPick?.at ?? null,
  waited_ms: conversation.lastPick?.waitedMs ?? null,
  questionnaire_id: conversation.questionnaireId,
  page_url: conversation.page?.url ?? null,
  page_title: conversation.page?.title ?? null,
  pages_seen: conversation.pagesSeen,
  version: conversation.version,
  last_seq: conversation.lastSeq,
  rewritten_version: conversation.rewrittenVersion,
  visitor_read_seq: conversation.visitorReadSeq,
  agent_read_seq: conversation.agentReadSeq,
  unread: conversation.unread,
  mentions: JSON.stringify(conversation.mentions),
  last_message: conversation.lastMessage && JSON.stringify(conversation.lastMessage),
  closing: conversation.closing && JSON.stringify(conversation.closing),
  state_since: conversation.stateSince,
  last_activity_at: conversation.lastActivityAt,
})

export const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  subAccountId: row.sub_account_id,
  channelId: row.channel_id,
  visitor: { id: row.visitor_id, name: row.visitor_name, email: row.visitor_email },
  state: row.state,
  assignee: row.assignee_id && {
    id: row.assignee_id,
    name: row.assignee_name ?? '',
    shownName: row.assignee_shown_name ?? '',
    photoId: row.assignee_photo_id,
  },
  transferredBy: row.transferred_by_id && { id: row.transferred_by_id, name: row.transferred_by_name ?? '' },
  offer: row.offered_to && row.route_at && { agentId: row.offered_to, until: row.route_at },
  // Written by `changing` alone, of agents.
  asked: row.asked as AgentId[],
  restsUntil: row.offered_to === null ? row.route_at : null,
  lastPick: row.picked_up_at && { at: row.picked_up_at, waitedMs: row.waited_ms ?? 0 },
  language: row.language,
  questionnaireId: row.questionnaire_id,
  page: row.page_url === null ? null : { url: row.page_url, title: row.page_title ?? '' },
  pagesSeen: row.pages_seen,
  version: row.version,
  lastSeq: row.last_seq,
  rewrittenVersion: row.rewritten_version,
  visitorReadSeq: row.visitor_read_seq,
  agentReadSeq: row.agent_read_seq,
  unread: row.unread,
  // Written by `changing` alone.
  mentions: row.mentions as Conversation['mentions'],
  // Written by `changing` alone.
  lastMessage: row.last_message as Conversation['lastMessage'],
  // Written by `changing` alone.
  closing: row.closing as Conversation['closing'],
  createdAt: row.created_at,
  stateSince: row.state_since,
  lastActivityAt: row.last_activity_at,
})
