import type { ConversationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor, VisitorCaller } from '../callers.ts'
import { findVisitor } from '../visitors/index.ts'
import { type ActNeeds, actOnConversation } from './act-on-conversation.ts'
import { commitChange } from './commit-change.ts'
import { readByAgent, readByVisitor, readMentions } from './conversation.ts'
import { scopeOf } from './events.ts'
import { mentionsRead } from './mentioned.ts'
import { countTexts } from './message-store.ts'
import { lockByVisitor } from './store.ts'

/**
 * An agent has read up to a message: what names them no longer calls, and of the assignee the visitor sees it as seen. Reading
 * backwards changes nothing.
 */
export async function markReadByAgent(
  by: Actor,
  { conversationId, seq }: { conversationId: ConversationId; seq: number },
  needs: ActNeeds,
): Promise<number> {
  const { conversation } = await actOnConversation(
    by,
    conversationId,
    needs,
    async ({ actor, conversation: before, tx }) => {
      authorise(actor, 'conversations.read', scopeOf(before))
      const upTo = Math.min(seq, before.lastSeq)
      const mentions = mentionsRead(before.mentions, actor.agentId, upTo)
      const isAnswering = before.assignee?.id === actor.agentId && upTo > before.agentReadSeq
      const answered =
        isAnswering && readByAgent(before, upTo, await countTexts(tx, before.id, { author: 'visitor', after: upTo }))
      return mentions === before.mentions ? answered || null : readMentions(before, mentions, answered || null)
    },
  )
  return conversation.agentReadSeq
}

/** The visitor has read up to a message. */
export async function markReadByVisitor(
  caller: VisitorCaller,
  seq: number,
  { database, events }: Pick<Platform, 'database' | 'events'>,
): Promise<number> {
  return database.transaction(caller.organisationId, async (tx) => {
    const visitor = await findVisitor(tx, caller)
    const before = visitor && (await lockByVisitor(tx, visitor.id))
    if (!before) throw refusal('request.not-found')
    const upTo = Math.min(seq, before.lastSeq)
    if (upTo <= before.visitorReadSeq) return before.visitorReadSeq
    commitChange(tx, events, before, readByVisitor(before, upTo))
    return upTo
  })
}
