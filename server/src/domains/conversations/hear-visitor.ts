import type { ClientMessageId } from '#contract/ids.ts'
import type { SendAsVisitor } from '#contract/visitors.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../callers.ts'
import { holdPlace } from '../channels/index.ts'
import { findOrMakeVisitor } from '../visitors/index.ts'
import { commitChange } from './commit-change.ts'
import { type Conversation, hear, newConversation } from './conversation.ts'
import type { Message } from './message.ts'
import { insertConversation, lockByToken } from './store.ts'

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
    const known =
      (await lockByToken(tx, { ...visitor, ...wish })) ?? (await firstContact(tx, visitor, wish, { clock, ids }))
    const { conversation, earlier } = known
    if (earlier) {
      if (earlier.text !== wish.text) throw refusal('messages.id-reused')
      return { message: earlier, conversation }
    }
    const author = { kind: 'visitor' as const, id: conversation.visitor.id, name: null, shownName: null }
    const change = hear(
      conversation,
      { author, clientMessageId: wish.clientMessageId, text: wish.text, page: wish.page },
      { now: clock.now(), newMessageId: ids.message },
    )
    commitChange(tx, events, conversation.version === 0 ? null : conversation, change)
    // `hear` always adds the words last.
    return { message: change.messages.at(-1) as Message, conversation: change.conversation }
  })
}

/** Makes the visitor and their one conversation, or finds those that another of their tabs has just made. */
async function firstContact(
  tx: OrganisationTransaction,
  caller: VisitorCaller,
  wish: SendAsVisitor & { clientMessageId: ClientMessageId },
  { clock, ids }: Pick<Platform, 'clock' | 'ids'>,
): Promise<{ conversation: Conversation; earlier: Message | undefined }> {
  const { channelId, tokenHash } = caller
  // What the door knows of the channel may be a second old: its sub-account may have been archived since.
  const place = await holdPlace(tx, channelId)
  if (!place) throw refusal('request.not-found')
  const now = clock.now()
  const visitor = await findOrMakeVisitor(tx, { id: ids.visitor(), channelId, tokenHash, locale: wish.locale, now })
  const first = newConversation({
    id: ids.conversation(),
    ...place,
    channelId,
    visitor,
    language: wish.locale,
    now,
  })
  if (await insertConversation(tx, first)) return { conversation: first, earlier: undefined }
  // The insert waited for the other tab's transaction, which has committed.
  const theirs = await lockByToken(tx, { channelId, tokenHash, clientMessageId: wish.clientMessageId })
  if (!theirs) throw new Error('a conversation that exists cannot be found')
  return theirs
}
