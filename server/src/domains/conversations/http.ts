import type { ConversationId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { readAs } from '../agents/index.ts'
import type { HandlersOf } from '../callers.ts'
import { closeConversation } from './close-conversation.ts'
import { listClosed } from './list-store.ts'
import { markReadByAgent } from './mark-read.ts'
import { listMessages, listWithFiles } from './message-store.ts'
import { pickUpConversation } from './pick-up-conversation.ts'
import { actedForAgent, conversationForAgent, messageForAgent } from './present.ts'
import { readInbox } from './read-inbox.ts'
import { readable } from './readable.ts'
import { refuseUnread } from './refuse-unread.ts'
import { reopenConversation } from './reopen-conversation.ts'
import { type SendingNeeds, sendMessage } from './send-message.ts'

type Doors =
  | 'GET /organisations/:organisationId/inbox'
  | 'GET /organisations/:organisationId/conversations'
  | 'GET /organisations/:organisationId/conversations/:conversationId'
  | 'GET /organisations/:organisationId/conversations/:conversationId/messages'
  | 'GET /organisations/:organisationId/conversations/:conversationId/files'
  | 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId'
  | 'POST /organisations/:organisationId/conversations/:conversationId/assignment'
  | 'POST /organisations/:organisationId/conversations/:conversationId/closure'
  | 'POST /organisations/:organisationId/conversations/:conversationId/reopening'
  | 'PUT /organisations/:organisationId/conversations/:conversationId/read'

export function conversationHandlers(needs: Platform & SendingNeeds): HandlersOf<Doors> {
  return {
    'GET /organisations/:organisationId/inbox': ({ caller }) => readInbox(caller, needs),

    'GET /organisations/:organisationId/conversations': ({ caller, query }) => {
      const { closedBefore, beforeId, ...filter } = query
      const before = closedBefore && beforeId ? { closedAt: new Date(closedBefore), id: beforeId } : undefined
      const limit = limits.conversationsPerPage
      return readAs(caller, needs, async (tx, reader) => {
        await refuseUnread(tx, reader, filter)
        const found = await listClosed(tx, reader, { filter, before, limit: limit + 1 })
        return {
          conversations: found.slice(0, limit).map((conversation) => conversationForAgent(conversation, reader)),
          more: found.length > limit,
        }
      })
    },

    'GET /organisations/:organisationId/conversations/:conversationId': ({ caller, params, query }) =>
      readAs(caller, needs, async (tx, reader) => {
        const conversation = await readable(tx, reader, params.conversationId)
        const page = await readPage(tx, conversation.id, query.around)
        return {
          ...page,
          conversation: conversationForAgent(conversation, reader),
          messages: page.messages.map(messageForAgent),
        }
      }),

    'GET /organisations/:organisationId/conversations/:conversationId/messages': ({ caller, params, query }) =>
      readAs(caller, needs, async (tx, reader) => {
        const conversation = await readable(tx, reader, params.conversationId)
        const page = await listMessages(tx, conversation.id, { ...query, limit: limits.messagesPerPage, notes: true })
        return { messages: page.messages.map(messageForAgent), more: page.more }
      }),

    'GET /organisations/:organisationId/conversations/:conversationId/files': ({ caller, params, query }) =>
      readAs(caller, needs, async (tx, reader) => {
        const conversation = await readable(tx, reader, params.conversationId)
        const page = await listWithFiles(tx, conversation.id, { ...query, limit: limits.messagesPerFilesPage })
        return { messages: page.messages.map(messageForAgent), more: page.more }
      }),

    'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': async ({
      caller,
      params,
      body,
    }) => {
      const { message, conversation, by } = await sendMessage(caller, { ...body, ...params }, needs)
      return {
        message: messageForAgent(message),
        conversation: conversation && conversationForAgent(conversation, by),
      }
    },

    'POST /organisations/:organisationId/conversations/:conversationId/assignment': async ({ caller, params }) =>
      actedForAgent(await pickUpConversation(caller, params.conversationId, needs)),

    'POST /organisations/:organisationId/conversations/:conversationId/closure': async ({ caller, params }) =>
      actedForAgent(await closeConversation(caller, params.conversationId, needs)),

    'POST /organisations/:organisationId/conversations/:conversationId/reopening': async ({ caller, params }) =>
      actedForAgent(await reopenConversation(caller, params.conversationId, needs)),

    'PUT /organisations/:organisationId/conversations/:conversationId/read': async ({ caller, params, body }) => ({
      agentReadSeq: await markReadByAgent(caller, { ...params, ...body }, needs),
    }),
  }
}

/** The newest messages, or half a page up to one and half a page after it. */
async function readPage(tx: OrganisationTransaction, id: ConversationId, around: number | undefined) {
  if (around === undefined) {
    const newest = await listMessages(tx, id, { limit: limits.messagesPerPage, notes: true })
    return { ...newest, newer: false }
  }
  const half = { limit: limits.messagesPerPage / 2, notes: true }
  const upTo = await listMessages(tx, id, { ...half, before: around + 1 })
  const after = await listMessages(tx, id, { ...half, after: around })
  return { messages: [...upTo.messages, ...after.messages], more: upTo.more, newer: after.more }
}
