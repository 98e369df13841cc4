import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { type ConversationScope, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { revive, scopeOf } from './events.ts'
import { conversationForAgent, messageForAgent } from './present.ts'
import { findConversation } from './store.ts'

/** A change of a conversation as an agent is shown it. */
export interface SeenChange {
  /** What decided who read it before; null: it is new. */
  before: ConversationScope | null
  conversation: ConversationForAgent
  /** Those the change added. */
  messages: MessageForAgent[]
}

/** What an event `conversation.changed` tells this agent; null: it is not for them. */
export function changeAsSeen(reader: Actor, stored: unknown): SeenChange | null {
  const { before, conversation, messages } = revive(stored)
  if (!may(reader, 'conversations.read', scopeOf(conversation))) return null
  return { before, conversation: conversationForAgent(conversation, reader), messages: messages.map(messageForAgent) }
}

/** A conversation as this agent is shown it now; null: it is not there for them. */
export async function conversationAsSeen(
  tx: OrganisationTransaction,
  reader: Actor,
  id: ConversationId,
): Promise<ConversationForAgent | null> {
  const conversation = await findConversation(tx, id)
  if (!conversation || !may(reader, 'conversations.read', scopeOf(conversation))) return null
  return conversationForAgent(conversation, reader)
}
