import { type CompiledQuery, type Selectable, sql } from 'kysely'
import type { AgentId, ClientMessageId, ConversationId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import { storedWords } from '#server/platform/search-words.ts'
import type { Message, Subject } from './message.ts'

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
        appointment: message.appointment && JSON.stringify(message.appointment),
        score: message.score,
        text: message.text,
        words: wordsOf(tx, message),
        files: JSON.stringify(message.files),
        proposed_reason_id: message.proposedReasonId,
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
      proposed_reason_id: after.proposedReasonId,
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
  'messages.appointment',
  'messages.score',
  'messages.text',
  'messages.sent_at',
  'messages.version',
  'messages.proposed_reason_id',
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
  // Written by insertMessages alone.
  appointment: row.appointment as Message['appointment'],
  // A check of the table says so.
  score: row.score as Message['score'],
  text: row.text,
  // Written by insertMessages alone.
  files: row.files as Message['files'],
  proposedReasonId: row.proposed_reason_id,
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
