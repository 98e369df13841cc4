import type { RateConversation } from '#contract/closings.ts'
import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../../callers.ts'
import { findVisitor } from '../../visitors/index.ts'
import { commitChange } from '../commit-change.ts'
import { type Conversation, rate, rateOtherwise } from '../conversation.ts'
import type { Message } from '../message.ts'
import { findMessage } from '../message-store.ts'
import { lockByVisitor } from '../store.ts'
import { isRateable, saysThat } from './rating.ts'
import { changeRating, insertRating, noticeSeqOf } from './store.ts'

/**
 * A visitor says how it was, once their conversation is closed, and may say it otherwise for a day. Each closing is rated by
 * itself; the same rating again is one rating.
 *
 * @refuses request.not-found | ratings.not-closed | ratings.not-asked | ratings.changed-meanwhile | ratings.too-late
 */
export async function rateConversation(
  caller: VisitorCaller,
  wish: RateConversation,
  { database, events, clock, ids }: Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>,
): Promise<Conversation> {
  return database.transaction(caller.organisationId, async (tx) => {
    const visitor = await findVisitor(tx, caller)
    const before = visitor && (await lockByVisitor(tx, visitor.id))
    if (!before) throw refusal('request.not-found')
    const { closing } = before
    if (closing?.seq !== wish.closingSeq) throw refusal('ratings.not-closed')
    if (closing.rating && saysThat(closing.rating, wish)) return before
    if (!caller.asksRating) throw refusal('ratings.not-asked')
    if ((closing.rating?.version ?? 0) !== wish.version) throw refusal('ratings.changed-meanwhile')
    const now = clock.now()
    if (!isRateable(before, now)) throw refusal('ratings.too-late')

    const moment = { now, newMessageId: ids.message }
    const at = { conversationId: before.id, closingSeq: closing.seq }
    if (closing.rating) {
      const { score, word } = wish
      const rating = { ...closing.rating, score, word, version: closing.rating.version + 1 }
      const told = await messageAt(tx, before, await noticeSeqOf(tx, at))
      const change = rateOtherwise(before, { rating, told }, moment)
      commitChange(tx, events, before, change)
      tx.last(changeRating(tx, { ...at, rating, now }))
      return change.conversation
    }
    const { authorId } = await messageAt(tx, before, closing.seq)
    const change = rate(before, wish, moment)
    const { closing: rated, lastSeq, id } = change.conversation
    if (!rated?.rating) throw new Error('what was rated has no rating')
    commitChange(tx, events, before, change)
    // Conversations are closed by agents alone.
    const by = authorId as AgentId
    const how = { seq: closing.seq, at: before.stateSince, by, servedBy: before.assignee?.id ?? by }
    tx.last(insertRating(tx, { conversationId: id, closing: how, noticeSeq: lastSeq, rating: rated.rating }))
    return change.conversation
  })
}

async function messageAt(tx: OrganisationTransaction, { id }: Conversation, seq: number): Promise<Message> {
  const message = await findMessage(tx, { conversationId: id, seq })
  if (!message) throw new Error('a notice that was told cannot be found')
  return message
}
