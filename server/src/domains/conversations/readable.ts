import type { ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Conversation } from './conversation.ts'
import { scopeOf } from './events.ts'
import { findConversation } from './store.ts'

/** A conversation that the reader may read. @refuses request.not-found */
export async function readable(tx: OrganisationTransaction, actor: Actor, id: ConversationId): Promise<Conversation> {
  const conversation = await findConversation(tx, id)
  if (!conversation) throw refusal('request.not-found')
  authorise(actor, 'conversations.read', scopeOf(conversation))
  return conversation
}
