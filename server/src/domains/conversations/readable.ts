import type { ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Conversation } from './conversation.ts'
import { scopeOf } from './events.ts'
import { findConversation, readScopes } from './store.ts'

/** A conversation that the reader may read. @refuses request.not-found */
export async function readable(tx: OrganisationTransaction, actor: Actor, id: ConversationId): Promise<Conversation> {
  const conversation = await findConversation(tx, id)
  if (!conversation) throw refusal('request.not-found')
  authorise(actor, 'conversations.read', scopeOf(conversation))
  return conversation
}

/** Of these, the ones a reader may read. */
export async function readableAmong(
  tx: OrganisationTransaction,
  reader: Actor,
  ids: readonly ConversationId[],
): Promise<Set<ConversationId>> {
  if (ids.length === 0) return new Set()
  const scopes = await readScopes(tx, [...new Set(ids)])
  return new Set([...scopes].filter(([, scope]) => may(reader, 'conversations.read', scope)).map(([id]) => id))
}
