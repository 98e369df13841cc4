import { sql } from 'kysely'
import type { ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { cardFiles, cardLine, type Message } from './message.ts'
import { toMessage } from './message-store.ts'

/** Of some conversations, the words that were rewritten or taken back, as they are now. */
export type WordsNow = ReadonlyMap<ConversationId, ReadonlyMap<number, Message>>

export async function readWordsNow(tx: OrganisationTransaction, ids: readonly ConversationId[]): Promise<WordsNow> {
  const rows = await tx.db
    .selectFrom('messages')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.organisation_id', '=', 'messages.organisation_id')
        .onRef('conversations.id', '=', 'messages.conversation_id'),
    )
    .selectAll('messages')
    .where('messages.organisation_id', '=', tx.organisationId)
    .where('conversations.id', '=', sql<ConversationId>`any(${ids}::uuid[])`)
    // Most conversations have none: their messages are not looked at.
    .where('conversations.rewritten_version', '>', 0)
    .where('messages.version', '>', 1)
    .execute()
  const words = new Map<ConversationId, Map<number, Message>>()
  for (const row of rows) {
    const ofOne = words.get(row.conversation_id) ?? new Map<number, Message>()
    words.set(row.conversation_id, ofOne.set(row.seq, toMessage(row)))
  }
  return words
}

/**
 * What an event of the past tells, in the words of now: what its author took away is told to nobody who comes later. What stood there
 * is read at a door of its own.
 */
export function inWordsOfNow<
  Told extends {
    conversation: { id: ConversationId; lastMessage: { seq: number; text: string; files: unknown } | null }
    messages: Message[]
  },
>(told: Told, words: WordsNow | undefined): Told {
  const now = words?.get(told.conversation.id)
  if (!now) return told
  const { lastMessage } = told.conversation
  const onCard = lastMessage && now.get(lastMessage.seq)
  const shown = onCard && { text: cardLine(onCard.text), files: cardFiles(onCard.files) }
  return {
    ...told,
    conversation: { ...told.conversation, lastMessage: lastMessage && { ...lastMessage, ...shown } },
    messages: told.messages.map((message) => now.get(message.seq) ?? message),
  }
}
