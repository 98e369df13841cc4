import type { CompiledQuery } from 'kysely'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Rating } from '../conversation.ts'

/** How what came before a closing was rated. */
interface KeptRating {
  conversationId: ConversationId
  closing: { seq: number; at: Date; by: AgentId; servedBy: AgentId }
  /** Of the notice that tells of it. */
  noticeSeq: number
  rating: Rating
}

/** To be sent with the commit, after the notice. */
export const insertRating = (
  tx: OrganisationTransaction,
  { conversationId, closing, noticeSeq, rating }: KeptRating,
): CompiledQuery =>
  tx.db
    .insertInto('ratings')
    .values({
      organisation_id: tx.organisationId,
      conversation_id: conversationId,
      closing_seq: closing.seq,
      notice_seq: noticeSeq,
      score: rating.score,
      word: rating.word,
      version: rating.version,
      rated_at: new Date(rating.ratedAt),
      closed_at: closing.at,
      closed_by: closing.by,
      served_by: closing.servedBy,
    })
    .compile()

/** To be sent with the commit. */
export const changeRating = (
  tx: OrganisationTransaction,
  {
    conversationId,
    closingSeq,
    rating,
    now,
  }: { conversationId: ConversationId; closingSeq: number; rating: Rating; now: Date },
): CompiledQuery =>
  tx.db
    .updateTable('ratings')
    .set({ score: rating.score, word: rating.word, version: rating.version, changed_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .where('closing_seq', '=', closingSeq)
    .compile()

/** Of the notice that tells of the rating of a closing. */
export async function noticeSeqOf(
  tx: OrganisationTransaction,
  { conversationId, closingSeq }: { conversationId: ConversationId; closingSeq: number },
): Promise<number> {
  const { notice_seq } = await tx.db
    .selectFrom('ratings')
    .select('notice_seq')
    .where('organisation_id', '=', tx.organisationId)
    .where('conversation_id', '=', conversationId)
    .where('closing_seq', '=', closingSeq)
    .executeTakeFirstOrThrow()
  return notice_seq
}

/** Of a row that was joined; null where there was none. */
export const toRating = (row: {
  score: number | null
  word: string | null
  rated_at: Date | null
  version: number | null
}): Rating | null =>
  row.rated_at && {
    // A check of the table says so.
    score: row.score as Rating['score'],
    word: row.word ?? '',
    ratedAt: row.rated_at.toISOString(),
    version: row.version ?? 1,
  }
