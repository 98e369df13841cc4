import type { SendAsAgent } from '#contract/conversations.ts'
import type { ClientMessageId, ConversationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { attachFiles, claimFiles } from '../files/index.ts'
import { holdBoth } from './act-on-conversation.ts'
import { commitChange } from './commit-change.ts'
import { type Conversation, say } from './conversation.ts'
import { scopeOf } from './events.ts'
import type { JudgeProposal } from './judge-proposal.ts'
import { refuseMentions } from './mentions.ts'
import { type Message, saysSame } from './message.ts'
import { findByClientMessageId } from './message-store.ts'

export type SendingNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { judgeProposal: JudgeProposal }

/**
 * An agent answers, or notes something for colleagues. With an answer an appointment may be proposed. Sending twice with one clientMessageId is one message, and the same
 * answer, even after the conversation was closed, handed on, or left their reach: then without the conversation. A no to words
 * that are there would have them said again.
 *
 * @refuses request.not-found | access.inactive | conversations.closed | conversations.not-yours | messages.id-reused
 *   | messages.mention-refused | files.unknown | access.refused | reasons.archived
 */
export async function sendMessage(
  caller: Actor,
  wish: SendAsAgent & { conversationId: ConversationId; clientMessageId: ClientMessageId },
  { database, events, clock, ids, judgeProposal }: SendingNeeds,
): Promise<{ message: Message; conversation: Conversation | null; by: Actor }> {
  return database.transaction(caller.organisationId, async (tx) => {
    const proposedReasonId = wish.kind === 'note' ? null : wish.proposedReasonId
    const { actor, conversation } = await holdBoth(tx, caller, wish.conversationId)
    const earlier = await findByClientMessageId(tx, { ...wish, authorId: actor.agentId })
    if (earlier) {
      if (!saysSame(earlier, { ...wish, proposedReasonId }) || earlier.kind !== wish.kind)
        throw refusal('messages.id-reused')
      const isReached = conversation && may(actor, 'conversations.read', scopeOf(conversation))
      return { message: earlier, conversation: isReached ? conversation : null, by: actor }
    }
    authorise(actor, 'conversations.take-part', null)
    if (!conversation) throw refusal('request.not-found')
    authorise(actor, 'conversations.read', scopeOf(conversation))
    authorise(actor, wish.kind === 'note' ? 'conversations.note' : 'conversations.write', scopeOf(conversation))
    const files = await claimFiles(
      tx,
      { kind: 'agent', agentId: actor.agentId, conversationId: conversation.id },
      wish.fileIds,
    )
    const mentions = wish.kind === 'note' ? wish.mentions : []
    await refuseMentions(tx, actor, { conversation, mentions })
    if (proposedReasonId !== null)
      await judgeProposal(tx, actor, { reasonId: proposedReasonId, channelId: conversation.channelId })
    const change = say(
      conversation,
      {
        ...wish,
        files,
        mentions,
        proposedReasonId,
        author: { kind: 'agent', id: actor.agentId, name: actor.name, shownName: actor.shownName },
      },
      { now: clock.now(), newMessageId: ids.message },
    )
    commitChange(tx, events, conversation, change)
    if (files.length > 0) {
      const message = { conversationId: conversation.id, seq: change.conversation.lastSeq }
      tx.last(attachFiles(tx, wish.fileIds, { ...message, audience: wish.kind === 'note' ? 'agents' : 'everybody' }))
    }
    // `say` adds exactly one.
    return { message: change.messages[0] as Message, conversation: change.conversation, by: actor }
  })
}
