import type { ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, type ConversationScope } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor, VisitorCaller } from '../callers.ts'
import type { Sender } from './file.ts'

/** What files ask of conversations, which come after them in the order of rooms. */
export interface Conversations {
  scopeOf(tx: OrganisationTransaction, id: ConversationId): Promise<ConversationScope | undefined>
  /** The one of this browser; undefined: it has not said a word. */
  ofVisitor(tx: OrganisationTransaction, caller: VisitorCaller): Promise<ConversationId | undefined>
  /** Whether the words of a message were taken back. */
  isTakenBack(tx: OrganisationTransaction, message: { conversationId: ConversationId; seq: number }): Promise<boolean>
}

/** Who sends, as they may within a transaction. */
export type SenderOf = (tx: OrganisationTransaction) => Promise<Sender>

/**
 * An agent who may take part in the conversation now: asked anew with each piece.
 *
 * @refuses access.inactive | request.not-found
 */
export const agentSending =
  (by: Actor, conversationId: ConversationId, conversations: Conversations): SenderOf =>
  async (tx) => {
    const actor = await holdActor(tx, by)
    authorise(actor, 'conversations.take-part', null)
    const scope = await conversations.scopeOf(tx, conversationId)
    if (!scope) throw refusal('request.not-found')
    authorise(actor, 'conversations.note', scope)
    return { kind: 'agent', agentId: actor.agentId, conversationId }
  }

/** A browser on a site of its channel, whether or not it has said a word. @refuses channels.paused */
export const visitorSending =
  ({ channelId, tokenHash, mayWrite }: VisitorCaller): SenderOf =>
  async () => {
    if (!mayWrite) throw refusal('channels.paused')
    return { kind: 'visitor', channelId, tokenHash }
  }
