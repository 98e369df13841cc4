import { type CompiledQuery, type ExpressionBuilder, type Selectable, sql } from 'kysely'
import type { ClientFileId, ConversationId, FileId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Content, Sender, UploadedFile } from './file.ts'

/** Everything but the preview, which is only read to be shown. */
const columns = [
  'id',
  'client_file_id',
  'name',
  'size_bytes',
  'received_bytes',
  'media_type',
  'width',
  'height',
  'message_seq',
] as const

const filesOf = (tx: OrganisationTransaction, sender: Sender) =>
  tx.db
    .selectFrom('files')
    .select(columns)
    .where('organisation_id', '=', tx.organisationId)
    .where((eb) => eb.and(isOf(sender, eb)))

const isOf = (sender: Sender, eb: ExpressionBuilder<Tables, 'files'>) =>
  sender.kind === 'agent'
    ? [eb('agent_id', '=', sender.agentId), eb('conversation_id', '=', sender.conversationId)]
    : [eb('channel_id', '=', sender.channelId), eb('token_hash', '=', sender.tokenHash)]

export async function findUpload(
  tx: OrganisationTransaction,
  sender: Sender,
  clientFileId: ClientFileId,
): Promise<UploadedFile | undefined> {
  const row = await filesOf(tx, sender).where('client_file_id', '=', clientFileId).executeTakeFirst()
  return row && toFile(row)
}

/** Holds its row: of two pieces at once, one is the next and the other is not. */
export async function lockUpload(
  tx: OrganisationTransaction,
  sender: Sender,
  clientFileId: ClientFileId,
): Promise<UploadedFile | undefined> {
  const row = await filesOf(tx, sender).where('client_file_id', '=', clientFileId).forUpdate().executeTakeFirst()
  return row && toFile(row)
}

/** Finished files of a sender that went with no message yet, held in a fixed order. */
export async function lockUnsent(
  tx: OrganisationTransaction,
  sender: Sender,
  ids: readonly FileId[],
): Promise<UploadedFile[]> {
  const rows = await filesOf(tx, sender)
    .where('id', '=', sql<FileId>`any(${[...ids]}::uuid[])`)
    .where('state', '=', 'finished')
    .where('message_seq', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toFile)
}

/** Holds back whatever else this sender begins, until the end of the transaction: what they may send in a day is counted. */
export async function lockSender(tx: OrganisationTransaction, sender: Sender): Promise<void> {
  const who = sender.kind === 'agent' ? sender.agentId : sender.tokenHash.toString('hex')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file of ${who}`}, 0))`.execute(tx.db)
}

/** What a sender has begun since, in bytes. */
export async function countBytesSince(tx: OrganisationTransaction, sender: Sender, since: Date): Promise<number> {
  const { bytes } = await tx.db
    .selectFrom('files')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('size_bytes'), sql<number>`0`).as('bytes'))
    .where('organisation_id', '=', tx.organisationId)
    .where((eb) =>
      eb.and(
        sender.kind === 'agent'
          ? [eb('agent_id', '=', sender.agentId)]
          : [eb('channel_id', '=', sender.channelId), eb('token_hash', '=', sender.tokenHash)],
      ),
    )
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(bytes)
}

export async function insertUpload(
  tx: OrganisationTransaction,
  sender: Sender,
  { file, now }: { file: UploadedFile; now: Date },
): Promise<void> {
  await tx.db
    .insertInto('files')
    .values({
      organisation_id: tx.organisationId,
      id: file.id,
      client_file_id: file.clientFileId,
      ...(sender.kind === 'agent'
        ? { agent_id: sender.agentId, conversation_id: sender.conversationId }
        : { channel_id: sender.channelId, token_hash: sender.tokenHash }),
      name: file.name,
      size_bytes: file.sizeBytes,
      created_at: now,
    })
    .execute()
}

/** The next piece. The file's row must be held. */
export async function insertPiece(
  tx: OrganisationTransaction,
  file: UploadedFile,
  piece: { place: number; bytes: Buffer },
): Promise<void> {
  await tx.db
    .insertInto('file_pieces')
    .values({ organisation_id: tx.organisationId, file_id: file.id, ...piece })
    .execute()
  await tx.db
    .updateTable('files')
    .set({ received_bytes: file.receivedBytes + piece.bytes.length })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', file.id)
    .execute()
}

/** Undefined: it is gone. */
export async function readPiece(tx: OrganisationTransaction, id: FileId, place: number): Promise<Buffer | undefined> {
  const row = await tx.db
    .selectFrom('file_pieces')
    .select('bytes')
    .where('organisation_id', '=', tx.organisationId)
    .where('file_id', '=', id)
    .where('place', '=', place)
    .executeTakeFirst()
  return row?.bytes
}

export async function setFinished(
  tx: OrganisationTransaction,
  id: FileId,
  { content, sha256, preview }: { content: Content; sha256: Buffer; preview: Buffer | null },
): Promise<void> {
  await tx.db
    .updateTable('files')
    .set({
      state: 'finished',
      media_type: content.mediaType,
      width: content.width,
      height: content.height,
      sha256,
      preview,
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** To be sent with the commit, after the message it goes with. */
export const attachFiles = (
  tx: OrganisationTransaction,
  ids: readonly FileId[],
  message: { conversationId: ConversationId; seq: number; audience: 'everybody' | 'agents' },
): CompiledQuery =>
  tx.db
    .updateTable('files')
    .set({ conversation_id: message.conversationId, message_seq: message.seq, audience: message.audience })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', sql<FileId>`any(${[...ids]}::uuid[])`)
    .compile()

export async function deleteFile(tx: OrganisationTransaction, id: FileId): Promise<void> {
  await tx.db.deleteFrom('files').where('organisation_id', '=', tx.organisationId).where('id', '=', id).execute()
}

/** A file of a message, for who is among its audience; its preview only where it is asked for. */
export async function findSent(
  tx: OrganisationTransaction,
  by: { id: FileId; conversationId: ConversationId; reader: 'agent' | 'visitor' },
): Promise<UploadedFile | undefined> {
  const row = await sent(tx, by).select(columns).executeTakeFirst()
  return row && toFile(row)
}

/** The message that a file came with; undefined: none of this conversation. */
export async function findSeq(
  tx: OrganisationTransaction,
  by: { id: FileId; conversationId: ConversationId },
): Promise<number | undefined> {
  const row = await sent(tx, { ...by, reader: 'agent' })
    .select('message_seq')
    .executeTakeFirst()
  return row?.message_seq ?? undefined
}

export async function findPreview(
  tx: OrganisationTransaction,
  by: { id: FileId; conversationId: ConversationId; reader: 'agent' | 'visitor' },
): Promise<Buffer | undefined> {
  const row = await sent(tx, by).select('preview').executeTakeFirst()
  return row?.preview ?? undefined
}

const sent = (
  tx: OrganisationTransaction,
  by: { id: FileId; conversationId: ConversationId; reader: 'agent' | 'visitor' },
) =>
  tx.db
    .selectFrom('files')
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', by.id)
    .where('conversation_id', '=', by.conversationId)
    .where('message_seq', 'is not', null)
    .where('audience', 'in', by.reader === 'agent' ? ['everybody', 'agents'] : ['everybody'])

const toFile = (row: Pick<Selectable<Tables['files']>, (typeof columns)[number]>): UploadedFile => ({
  id: row.id,
  // Written from one, by insertUpload alone.
  clientFileId: row.client_file_id as ClientFileId,
  name: row.name,
  sizeBytes: row.size_bytes,
  receivedBytes: row.received_bytes,
  content: row.media_type === null ? null : { mediaType: row.media_type, width: row.width, height: row.height },
  isSent: row.message_seq !== null,
})
