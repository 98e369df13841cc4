import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { HandlersOf, VisitorCaller } from '../callers.ts'
import { findVisitor } from '../visitors/index.ts'
import type { Conversation } from './conversation.ts'
import { type HearingNeeds, hearVisitor } from './hear-visitor.ts'
import { markReadByVisitor } from './mark-read.ts'
import { countTexts, listMessages } from './message-store.ts'
import { conversationForVisitor, messagesForVisitor } from './present.ts'
import { findByVisitor } from './store.ts'

type Doors =
  | 'GET /widget/:channelKey/thread'
  | 'GET /widget/:channelKey/messages'
  | 'PUT /widget/:channelKey/messages/:clientMessageId'
  | 'PUT /widget/:channelKey/read'

/** The visitor's doors. The conversation is found by their secret: no id of theirs can name another's. */
export function widgetHandlers(needs: Platform & Pick<HearingNeeds, 'leadFirst'>): HandlersOf<Doors> {
  const { database, events } = needs
  const cursorOf = (conversation: Conversation) => ({
    stream: `conversation:${conversation.id}`,
    epoch: events.epoch,
    since: conversation.version,
  })
  return {
    'GET /widget/:channelKey/thread': ({ caller }) =>
      database.snapshot(caller.organisationId, async (tx) => {
        const conversation = await conversationOf(tx, caller)
        if (!conversation) return { conversation: null, messages: [], more: false, cursor: null, unread: 0 }
        const page = await listMessages(tx, conversation.id, { limit: limits.messagesPerPage, notes: false })
        return {
          conversation: conversationForVisitor(conversation),
          messages: messagesForVisitor(page.messages),
          more: page.more,
          cursor: cursorOf(conversation),
          unread: await countTexts(tx, conversation.id, { author: 'agent', after: conversation.visitorReadSeq }),
        }
      }),

    'GET /widget/:channelKey/messages': ({ caller, query }) =>
      database.snapshot(caller.organisationId, async (tx) => {
        const conversation = await conversationOf(tx, caller)
        if (!conversation) return { messages: [], more: false }
        const page = await listMessages(tx, conversation.id, { ...query, limit: limits.messagesPerPage, notes: false })
        return { messages: messagesForVisitor(page.messages), more: page.more }
      }),

    'PUT /widget/:channelKey/messages/:clientMessageId': async ({ caller, params, body }) => {
      const { message, conversation } = await hearVisitor(
        caller,
        { ...body, clientMessageId: params.clientMessageId },
        needs,
      )
      const [shown] = messagesForVisitor([message])
      if (!shown) throw new Error('a visitor sees their own words')
      return { message: shown, conversation: conversationForVisitor(conversation), cursor: cursorOf(conversation) }
    },

    'PUT /widget/:channelKey/read': async ({ caller, body }) => ({
      visitorReadSeq: await markReadByVisitor(caller, body.seq, needs),
    }),
  }
}

async function conversationOf(tx: OrganisationTransaction, caller: VisitorCaller): Promise<Conversation | undefined> {
  const visitor = await findVisitor(tx, caller)
  return visitor && findByVisitor(tx, visitor.id)
}
