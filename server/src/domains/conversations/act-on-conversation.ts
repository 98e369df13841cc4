import type { ConversationId, MessageId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { commitChange } from './commit-change.ts'
import type { Change, Conversation } from './conversation.ts'
import { lockConversation } from './store.ts'

export type ActNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/**
 * One act on one conversation: locked, decided, changed, told. `act` returns what became of it, or null when there is
 * nothing to change; it throws the refusal when it may not.
 *
 * @refuses request.not-found, and whatever `act` refuses
 */
export async function actOnConversation(
  actor: Actor,
  conversationId: ConversationId,
  { database, events, clock, ids }: ActNeeds,
  act: (
    conversation: Conversation,
    now: { now: Date; newMessageId: () => MessageId },
    tx: OrganisationTransaction,
  ) => Change | null | Promise<Change | null>,
): Promise<Conversation> {
  return database.transaction(actor.organisationId, async (tx) => {
    const conversation = await lockConversation(tx, conversationId)
    if (!conversation) throw refusal('request.not-found')
    const change = await act(conversation, { now: clock.now(), newMessageId: ids.message }, tx)
    if (!change) return conversation
    commitChange(tx, events, conversation, change)
    return change.conversation
  })
}
