import type { ClientMessageId } from '#contract/ids.ts'
import type { SendAsVisitor } from '#contract/visitors.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../callers.ts'
import { holdPlace, spoken } from '../channels/index.ts'
import { attachFiles, claimFiles } from '../files/index.ts'
import { findOrMakeVisitor, nameVisitor } from '../visitors/index.ts'
import { insertTold } from './about/keep-pages.ts'
import { commitChange } from './commit-change.ts'
import { type Conversation, hear, newConversation } from './conversation.ts'
import type { LeadFirstWords } from './first-words.ts'
import { type Message, saysSame } from './message.ts'
import { insertConversation, lockByToken } from './store.ts'

export type HearingNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { leadFirst: LeadFirstWords }

/**
 * A visitor says something. Their first words make the visitor and the conversation; words after its closing bring it back
 * into the queue. Sending twice with one clientMessageId is one message, and the same answer.
 *
 * @refuses channels.paused | answers.to-be-given | messages.id-reused | files.unknown
 */
export async function hearVisitor(
  visitor: VisitorCaller,
  wish: SendAsVisitor & { clientMessageId: ClientMessageId },
  { database, events, clock, ids, leadFirst }: HearingNeeds,
): Promise<{ message: Message; conversation: Conversation }> {
  return database.transaction(visitor.organisationId, async (tx) => {
    const known =
      (await lockByToken(tx, { ...visitor, ...wish })) ??
      (await firstContact(tx, visitor, wish, { clock, ids, leadFirst }))
    const { conversation, earlier } = known
    if (earlier) {
      if (!saysSame(earlier, wish)) throw refusal('messages.id-reused')
      return { message: earlier, conversation }
    }
    // What was said before a pause is answered as ever; what is new is not taken.
    if (!visitor.mayWrite) throw refusal('channels.paused')
    const author = { kind: 'visitor' as const, id: conversation.visitor.id, name: null, shownName: null }
    const files = await claimFiles(tx, { kind: 'visitor', ...visitor }, wish.fileIds)
    const now = clock.now()
    const seen = wish.seen && (await insertTold(tx, conversation, wish.seen, now))
    const change = hear(
      { ...(await withEmail(tx, conversation, wish.email)), pagesSeen: conversation.pagesSeen + (seen?.count ?? 0) },
      { author, clientMessageId: wish.clientMessageId, text: wish.text, files, page: wish.page ?? seen?.page ?? null },
      { now, newMessageId: ids.message },
    )
    commitChange(tx, events, conversation.version === 0 ? null : conversation, change)
    if (files.length > 0) {
      const message = { conversationId: conversation.id, seq: change.conversation.lastSeq }
      tx.last(attachFiles(tx, wish.fileIds, { ...message, audience: 'everybody' }))
    }
    // `hear` always adds the words last.
    return { message: change.messages.at(-1) as Message, conversation: change.conversation }
  })
}

/** Where they say they are to be answered: it stands on their card with these very words. */
async function withEmail(
  tx: OrganisationTransaction,
  conversation: Conversation,
  email: string | undefined,
): Promise<Conversation> {
  if (email === undefined || email === conversation.visitor.email) return conversation
  const visitor = { ...conversation.visitor, email }
  await nameVisitor(tx, visitor.id, visitor)
  return { ...conversation, visitor }
}

/** Makes the visitor and their one conversation, or finds those that another of their tabs has just made. */
async function firstContact(
  tx: OrganisationTransaction,
  caller: VisitorCaller,
  wish: SendAsVisitor & { clientMessageId: ClientMessageId },
  { clock, ids, leadFirst }: Pick<HearingNeeds, 'clock' | 'ids' | 'leadFirst'>,
): Promise<{ conversation: Conversation; earlier: Message | undefined }> {
  const { channelId, tokenHash } = caller
  // What the door knows of the channel may be a second old: its sub-account may have been archived since.
  const place = await holdPlace(tx, channelId)
  if (!place) throw refusal('request.not-found')
  if (place.state !== 'running') throw refusal('channels.paused')
  const now = clock.now()
  const visitor = await findOrMakeVisitor(tx, { id: ids.visitor(), channelId, tokenHash, locale: wish.locale, now })
  const language = spoken(place, wish.language ?? wish.locale)
  const led = await leadFirst(tx, { visitor, channelId, language, now })
  const first = newConversation({
    id: ids.conversation(),
    subAccountId: led?.subAccountId ?? place.subAccountId,
    questionnaireId: led ? led.questionnaireId : place.questionnaireId,
    channelId,
    visitor: led?.visitor ?? visitor,
    language: led?.language ?? language,
    now,
  })
  if (await insertConversation(tx, first)) {
    await led?.begun(first.id)
    return { conversation: first, earlier: undefined }
  }
  // The insert waited for the other tab's transaction, which has committed.
  const theirs = await lockByToken(tx, { channelId, tokenHash, clientMessageId: wish.clientMessageId })
  if (!theirs) throw new Error('a conversation that exists cannot be found')
  return theirs
}
