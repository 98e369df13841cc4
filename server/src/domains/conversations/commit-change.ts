import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Events } from '#server/platform/events/events.ts'
import type { Change, Conversation } from './conversation.ts'
import { conversationChanged, conversationMovedAway } from './events.ts'
import { updateMentions } from './mention-store.ts'
import { insertMessages, rewriteMessage } from './message-store.ts'
import { updateConversation } from './store.ts'

/**
 * Writes what an act made of a conversation: its row, the messages it added or rewrote, and the event that tells of both.
 * The conversation's row lock must be held: seq and version are taken under it.
 */
export function commitChange(
  tx: OrganisationTransaction,
  events: Events,
  before: Conversation | null,
  change: Change,
): void {
  if (change.messages.length > 0) tx.last(insertMessages(tx, change.messages))
  if (change.rewritten) for (const write of rewriteMessage(tx, change.rewritten)) tx.last(write)
  tx.last(updateConversation(tx, change.conversation))
  for (const write of updateMentions(tx, before, change.conversation)) tx.last(write)
  events.append(tx, conversationChanged(before, change))
  if (before && before.subAccountId !== change.conversation.subAccountId)
    events.append(tx, conversationMovedAway(before, change))
}
