import { sql } from 'kysely'
import type { AgentId, ConversationId, LetterId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'

interface Transcript {
  letterId: LetterId
  conversationId: ConversationId
  to: string
  askedAt: Date
  /** Null: the visitor. */
  askedBy: AgentId | null
}

export async function insertTranscript(tx: OrganisationTransaction, transcript: Transcript): Promise<void> {
  await tx.db
    .insertInto('transcripts')
    .values({
      organisation_id: tx.organisationId,
      letter_id: transcript.letterId,
      conversation_id: transcript.conversationId,
      recipient: transcript.to,
      asked_at: transcript.askedAt,
      asked_by: transcript.askedBy,
    })
    .execute()
}

/** Holds back whatever else is to go to this address, until the end of the transaction: it is counted. */
export async function lockAddress(tx: OrganisationTransaction, to: string): Promise<void> {
  const what = `transcript of ${tx.organisationId} to ${to}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx.db)
}

/** How many went to an address since, and how many of a conversation. */
export async function countTranscripts(
  tx: OrganisationTransaction,
  { conversationId, to, since }: { conversationId: ConversationId; to: string; since: Date },
): Promise<{ ofConversation: number; toAddress: number }> {
  const recent = tx.db
    .selectFrom('transcripts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', tx.organisationId)
    .where('asked_at', '>', since)
  const ofConversation = await recent.where('conversation_id', '=', conversationId).executeTakeFirstOrThrow()
  const toAddress = await recent.where('recipient', '=', to).executeTakeFirstOrThrow()
  return { ofConversation: ofConversation.count, toAddress: toAddress.count }
}
