import type { ConversationId, MessageId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor, lockActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { commitChange } from './commit-change.ts'
import type { Change, Conversation } from './conversation.ts'
import { lockConversation } from './store.ts'

export type ActNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/** What an act decides on: the agent and the conversation as they are, both held until the commit. */
export interface Held {
  actor: Actor
  conversation: Conversation
  moment: { now: Date; newMessageId: () => MessageId }
  tx: OrganisationTransaction
}

/** What became of a conversation, and who did it, as they stood then: they are answered by these rights, not by those they knocked with. */
export interface Acted {
  conversation: Conversation
  by: Actor
}

/**
 * One act on one conversation: held, decided, changed, told. `act` returns what became of it, or null when there is
 * nothing to change; it throws the refusal when it may not.
 *
 * @refuses access.inactive | request.not-found, and whatever `act` refuses
 */
export async function actOnConversation(
  actor: Actor,
  conversationId: ConversationId,
  { database, events, clock, ids }: ActNeeds,
  act: (held: Held) => Change | null | Promise<Change | null>,
  hold = holdActor,
): Promise<Acted> {
  return database.transaction(actor.organisationId, async (tx) => {
    const held = await holdForAct(tx, actor, conversationId, hold)
    const { conversation, actor: by } = held
    const change = await act({ ...held, moment: { now: clock.now(), newMessageId: ids.message }, tx })
    if (!change) return { conversation, by }
    commitChange(tx, events, conversation, change)
    return { conversation: change.conversation, by }
  })
}

/** The same for an act that takes a conversation: of two at once by one agent the second counts what the first took. */
export const takeConversation = (
  actor: Actor,
  conversationId: ConversationId,
  needs: ActNeeds,
  act: (held: Held) => Change | null | Promise<Change | null>,
): Promise<Acted> => actOnConversation(actor, conversationId, needs, act, lockActor)

/** The agent and the conversation if there is one, locked in this order by one trip; nothing is decided yet. */
export async function holdBoth(
  tx: OrganisationTransaction,
  by: Actor,
  id: ConversationId,
  hold = holdActor,
): Promise<{ actor: Actor; conversation: Conversation | undefined }> {
  const [actor, conversation] = await Promise.all([hold(tx, by), lockConversation(tx, id)])
  return { actor, conversation }
}

/**
 * The agent and the conversation, held, of whoever may take part. Inactive comes before missing: an inactive agent knows their
 * state, and learns nothing of any conversation by it.
 *
 * @refuses access.inactive | request.not-found
 */
export async function holdForAct(
  tx: OrganisationTransaction,
  by: Actor,
  id: ConversationId,
  hold = holdActor,
): Promise<Pick<Held, 'actor' | 'conversation'>> {
  const { actor, conversation } = await holdBoth(tx, by, id, hold)
  authorise(actor, 'conversations.take-part', null)
  if (!conversation) throw refusal('request.not-found')
  return { actor, conversation }
}
