import type { ClientMessageId } from '#contract/ids.ts'
import type { SendAsVisitor } from '#contract/visitors.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../callers.ts'
import { findOrMakeVisitor } from '../visitors/index.ts'
import { commitChange } from './commit-change.ts'
import { type Conversation, hear, newConversation } from './conversation.ts'
import type { Message } from './message.ts'
import { findByClientMessageId, insertConversation, lockByVisitor } from './store.ts'

/**
 * A visitor says something. Their first words make the visitor and the conversation; words after its closing bring it back
 * into the queue. Sending twice with one clientMessageId is one message, and the same answer.
 *
 * @refuses messages.id-reused
 */
export async function hearVisitor(
  visitor: VisitorCaller,
  wish: SendAsVisitor & { clientMessageId: ClientMessageId },
  { database, events, clock, ids }: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<{ message: Message; conversation: Conversation }> {
  return database.transaction(visitor.organisationId, async (tx) => {
    const { conversation, isNew } = await conversationOf(tx, visitor, wish, { clock, ids })
    const author = { kind: 'visitor' as const, id: conversation.visitor.id, name: null }
    const earlier = isNew
      ? undefined
      : await findByClientMessageId(tx, {
          conversationId: conversation.id,
          authorId: author.id,
          clientMessageId: wish.clientMessageId,
        })
    if (earlier) {
      if (earlier.text !== wish.text) throw refusal('messages.id-reused')
      return { message: earlier, conversation }
    }
    const change = hear(
      conversation,
      { author, clientMessageId: wish.clientMessageId, text: wish.text, page: wish.page },
      { now: clock.now(), newMessageId: ids.message },
    )
    await commitChange(tx, events, isNew ? null : conversation, change)
    // `hear` always adds the words last.
    return { message: change.messages.at(-1) as Message, conversation: change.conversation }
  })
}

/** The visitor's one conversation, locked; made if there is none. */
async function conversationOf(
  tx: OrganisationTransaction,
  caller: VisitorCaller,
  wish: SendAsVisitor,
  { clock, ids }: Pick<Platform, 'clock' | 'ids'>,
): Promise<{ conversation: Conversation; isNew: boolean }> {
  const now = clock.now()
  const visitor = await findOrMakeVisitor(tx, {
    id: ids.visitor(),
    channelId: caller.channelId,
    tokenHash: caller.tokenHash,
    locale: wish.locale,
    now,
  })
  const known = await lockByVisitor(tx, visitor.id)
  if (known) return { conversation: known, isNew: false }
  const first = newConversation({
    id: ids.conversation(),
    subAccountId: caller.subAccountId,
    channelId: caller.channelId,
    visitor,
    language: wish.locale,
    now,
  })
  if (await insertConversation(tx, first)) return { conversation: first, isNew: true }
  // Another tab's transaction made it between the two statements, and has committed: the insert waited for it.
  const theirs = await lockByVisitor(tx, visitor.id)
  if (!theirs) throw new Error('a conversation that exists cannot be found')
  return { conversation: theirs, isNew: false }
}
