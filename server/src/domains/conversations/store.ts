import { type CompiledQuery, type Selectable, sql } from 'kysely'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type {
  AgentId,
  ChannelId,
  ClientMessageId,
  ConversationId,
  PhotoId,
  SubAccountId,
  VisitorId,
} from '#contract/ids.ts'
import type { ConversationState } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import { storedWords } from '#server/platform/search-words.ts'
import { type ConversationScope, whereReached } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { KeptCount } from '../sub-accounts/index.ts'
import type { Conversation } from './conversation.ts'
import type { Message, Subject } from './message.ts'
import { whereFilter } from './where-filter.ts'

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
  last_message: conversation.lastMessage && JSON.stringify(conversation.lastMessage),
  closing: conversation.closing && JSON.stringify(conversation.closing),
  state_since: conversation.stateSince,
  last_activity_at: conversation.lastActivityAt,
})

/** What a message is found by: to be written with its text, always. */
export const wordsOf = ({ organisationId }: OrganisationTransaction, { kind, text }: Pick<Message, 'kind' | 'text'>) =>
  sql<string | null>`array_to_tsvector(${kind === 'notice' ? null : storedWords(organisationId, text)}::text[])`

/** To be sent with the commit. */
export const insertMessages = (tx: OrganisationTransaction, messages: Message[]): CompiledQuery =>
  tx.db
    .insertInto('messages')
    .values(
      messages.map((message) => ({
        organisation_id: tx.organisationId,
        conversation_id: message.conversationId,
        seq: message.seq,
        id: message.id,
        author: message.author,
        author_id: message.authorId,
        author_name: message.authorName,
        author_shown_name: message.authorShownName,
        client_message_id: message.clientMessageId,
        kind: message.kind,
        notice: message.notice,
        ...subjectColumns(message.subject),
        score: message.score,
        text: message.text,
        words: wordsOf(tx, message),
        files: JSON.stringify(message.files),
        mentions: JSON.stringify(message.mentions),
        sent_at: message.sentAt,
      })),
    )
    .compile()

/** What a message says from now on, and what it said before, if somebody said it. To be sent with the commit. */
export const rewriteMessage = (
  tx: OrganisationTransaction,
  { before, after }: { before: Message; after: Message },
): CompiledQuery[] =>
  before.kind === 'notice' ? [overwrite(tx, after)] : [keepVersion(tx, { before, after }), overwrite(tx, after)]

const keepVersion = (
  tx: OrganisationTransaction,
  { before, after }: { before: Message; after: Message },
): CompiledQuery =>
  tx.db
    .insertInto('message_versions')
    .values({
      organisation_id: tx.organisationId,
      conversation_id: before.conversationId,
      seq: before.seq,
      version: before.version,
      text: before.text,
      files: JSON.stringify(before.files),
      replaced_at: after.deletedAt ?? after.editedAt ?? after.sentAt,
    })
    .compile()

const overwrite = (tx: OrganisationTransaction, after: Message): CompiledQuery =>
  tx.db
    .updateTable('messages')
    .set({
      text: after.text,
      score: after.score,
      words: wordsOf(tx, after),
      files: JSON.stringify(after.files),
      version: after.version,
      edited_at: after.editedAt,
      deleted_at: after.deletedAt,
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', after.conversationId)
    .where('seq', '=', after.seq)
    .compile()

export async function findMessage(
  tx: OrganisationTransaction,
  { conversationId, seq }: { conversationId: ConversationId; seq: number },
): Promise<Message | undefined> {
  const row = await messages(tx, conversationId).where('seq', '=', seq).executeTakeFirst()
  return row && toMessage(row)
}

/** What it said before, oldest first. */
export async function listVersions(
  tx: OrganisationTransaction,
  { conversationId, seq }: { conversationId: ConversationId; seq: number },
): Promise<(Pick<Message, 'version' | 'text' | 'files'> & { replacedAt: Date })[]> {
  const rows = await tx.db
    .selectFrom('message_versions')
    .select(['version', 'text', 'files', 'replaced_at'])
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .orderBy('version')
    .execute()
  return rows.map(({ version, text, files, replaced_at }) => ({
    version,
    text,
    // Written by rewriteMessage alone.
    files: files as Message['files'],
    replacedAt: replaced_at,
  }))
}

export async function findByClientMessageId(
  tx: OrganisationTransaction,
  by: { conversationId: ConversationId; authorId: string; clientMessageId: ClientMessageId },
): Promise<Message | undefined> {
  const row = await messages(tx, by.conversationId)
    .where('author_id', '=', by.authorId)
    .where('client_message_id', '=', by.clientMessageId)
    .executeTakeFirst()
  return row && toMessage(row)
}

export interface Page {
  /** Only below this seq, the newest of them; or only above `after`, the oldest. Neither: the newest. */
  before?: number
  after?: number
  limit: number
  /** Visitors are never shown notes. */
  notes: boolean
}

/** A page of messages in order, and whether there are more beyond it. */
export async function listMessages(
  tx: OrganisationTransaction,
  conversationId: ConversationId,
  page: Page,
): Promise<{ messages: Message[]; more: boolean }> {
  let query = messages(tx, conversationId)
  if (!page.notes) query = query.where('kind', '<>', 'note')
  if (page.before !== undefined) query = query.where('seq', '<', page.before)
  if (page.after !== undefined) query = query.where('seq', '>', page.after)
  const rows = await query
    .orderBy('seq', page.after === undefined ? 'desc' : 'asc')
    .limit(page.limit + 1)
    .execute()
  const found = rows.slice(0, page.limit).map(toMessage)
  return { messages: page.after === undefined ? found.reverse() : found, more: rows.length > page.limit }
}

/** Messages with files, newest first, only below `before`; and whether there are more beyond. */
export async function listWithFiles(
  tx: OrganisationTransaction,
  conversationId: ConversationId,
  { before, limit }: { before?: number; limit: number },
): Promise<{ messages: Message[]; more: boolean }> {
  let query = messages(tx, conversationId).where('files', '<>', sql`'[]'::jsonb`)
  if (before !== undefined) query = query.where('seq', '<', before)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  return { messages: rows.slice(0, limit).map(toMessage), more: rows.length > limit }
}

/** Words after a seq: of the visitor for the agent's mark, of agents for the visitor's. */
export async function countTexts(
  tx: OrganisationTransaction,
  conversationId: ConversationId,
  by: { author: 'visitor' | 'agent'; after: number },
): Promise<number> {
  const row = await tx.db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .where('author', '=', by.author)
    .where('kind', '=', 'text')
    .where('seq', '>', by.after)
    .executeTakeFirstOrThrow()
  return row.count
}

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
    .where(whereFilter(filter))
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

const messages = (tx: OrganisationTransaction, conversationId: ConversationId) =>
  tx.db
    .selectFrom('messages')
    .select(messageColumns)
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)

type MessageRow = Omit<Selectable<Tables['messages']>, 'organisation_id' | 'words'>

/** All but the words it is found by, which are as long as itself. */
export const messageColumns = [
  'messages.conversation_id',
  'messages.seq',
  'messages.id',
  'messages.author',
  'messages.author_id',
  'messages.author_name',
  'messages.author_shown_name',
  'messages.client_message_id',
  'messages.kind',
  'messages.notice',
  'messages.subject_id',
  'messages.subject_name',
  'messages.subject_shown_name',
  'messages.score',
  'messages.text',
  'messages.sent_at',
  'messages.version',
  'messages.mentions',
  'messages.edited_at',
  'messages.deleted_at',
  'messages.files',
] as const

export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  conversationId: row.conversation_id,
  seq: row.seq,
  author: row.author,
  authorId: row.author_id,
  authorName: row.author_name,
  authorShownName: row.author_shown_name,
  // The only clients' ids there are: what crossed the wire as one.
  clientMessageId: row.client_message_id as ClientMessageId | null,
  kind: row.kind,
  notice: row.notice,
  subject: toSubject(row),
  // A check of the table says so.
  score: row.score as Message['score'],
  text: row.text,
  // Written by insertMessages alone.
  files: row.files as Message['files'],
  // Written by insertMessages alone.
  mentions: row.mentions as Message['mentions'],
  sentAt: row.sent_at,
  version: row.version,
  editedAt: row.edited_at,
  deletedAt: row.deleted_at,
})

const subjectColumns = (subject: Subject | null) => ({
  subject_id: subject?.id ?? null,
  subject_name: subject?.kind === 'agent' ? subject.name : null,
  subject_shown_name: subject?.kind === 'agent' ? subject.shownName : null,
})

/** Only an agent has names here: a check of the table says so. */
function toSubject(row: MessageRow): Subject | null {
  if (row.subject_id === null) return null
  if (row.subject_name === null) return { kind: 'sub-account', id: row.subject_id as SubAccountId }
  return {
    kind: 'agent',
    id: row.subject_id as AgentId,
    name: row.subject_name,
    shownName: row.subject_shown_name ?? '',
  }
}

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
  lastMessage: row.last_message as Conversation['lastMessage'],
  // Written by `changing` alone.
  closing: row.closing as Conversation['closing'],
  createdAt: row.created_at,
  stateSince: row.state_since,
  lastActivityAt: row.last_activity_at,
})
