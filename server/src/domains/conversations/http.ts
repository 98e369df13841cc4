import type { ConversationId, SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
import { closeConversation } from './close-conversation.ts'
import type { Conversation } from './conversation.ts'
import { scopeOf } from './events.ts'
import { markReadByAgent } from './mark-read.ts'
import { pickUpConversation } from './pick-up-conversation.ts'
import { conversationForAgent, messageForAgent } from './present.ts'
import { readInbox } from './read-inbox.ts'
import { reopenConversation } from './reopen-conversation.ts'
import { sendMessage } from './send-message.ts'
import { findConversation, listClosed, listMessages } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/inbox'
  | 'GET /organisations/:organisationId/conversations'
  | 'GET /organisations/:organisationId/conversations/:conversationId'
  | 'GET /organisations/:organisationId/conversations/:conversationId/messages'
  | 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId'
  | 'POST /organisations/:organisationId/conversations/:conversationId/assignment'
  | 'POST /organisations/:organisationId/conversations/:conversationId/closure'
  | 'POST /organisations/:organisationId/conversations/:conversationId/reopening'
  | 'PUT /organisations/:organisationId/conversations/:conversationId/read'

export function conversationHandlers(needs: Platform): HandlersOf<Doors> {
  const { database } = needs
  return {
    'GET /organisations/:organisationId/inbox': ({ caller }) => readInbox(caller, needs),

    'GET /organisations/:organisationId/conversations': async ({ caller, query }) => {
      const { closedBefore, beforeId, subAccountId } = query
      const before = closedBefore && beforeId ? { closedAt: new Date(closedBefore), id: beforeId } : undefined
      const limit = limits.conversationsPerPage
      const found = await database.transaction(caller.organisationId, async (tx) => {
        if (subAccountId) await refuseUnread(tx, caller, subAccountId)
        return listClosed(tx, caller, { subAccountId, before, limit: limit + 1 })
      })
      return {
        conversations: found.slice(0, limit).map((conversation) => conversationForAgent(conversation, caller)),
        more: found.length > limit,
      }
    },

    'GET /organisations/:organisationId/conversations/:conversationId': ({ caller, params }) =>
      database.snapshot(caller.organisationId, async (tx) => {
        const conversation = await readable(tx, caller, params.conversationId)
        const { messages, more } = await listMessages(tx, conversation.id, {
          limit: limits.messagesPerPage,
          notes: true,
        })
        return {
          conversation: conversationForAgent(conversation, caller),
          messages: messages.map(messageForAgent),
          more,
        }
      }),

    'GET /organisations/:organisationId/conversations/:conversationId/messages': ({ caller, params, query }) =>
      database.snapshot(caller.organisationId, async (tx) => {
        const conversation = await readable(tx, caller, params.conversationId)
        const page = await listMessages(tx, conversation.id, { ...query, limit: limits.messagesPerPage, notes: true })
        return { messages: page.messages.map(messageForAgent), more: page.more }
      }),

    'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': async ({
      caller,
      params,
      body,
    }) => {
      const { message, conversation } = await sendMessage(caller, { ...body, ...params }, needs)
      return { message: messageForAgent(message), conversation: conversationForAgent(conversation, caller) }
    },

    'POST /organisations/:organisationId/conversations/:conversationId/assignment': async ({ caller, params }) =>
      conversationForAgent(await pickUpConversation(caller, params.conversationId, needs), caller),

    'POST /organisations/:organisationId/conversations/:conversationId/closure': async ({ caller, params }) =>
      conversationForAgent(await closeConversation(caller, params.conversationId, needs), caller),

    'POST /organisations/:organisationId/conversations/:conversationId/reopening': async ({ caller, params }) =>
      conversationForAgent(await reopenConversation(caller, params.conversationId, needs), caller),

    'PUT /organisations/:organisationId/conversations/:conversationId/read': async ({ caller, params, body }) => ({
      agentReadSeq: await markReadByAgent(caller, { ...params, ...body }, needs),
    }),
  }
}

async function readable(tx: OrganisationTransaction, actor: Actor, id: ConversationId): Promise<Conversation> {
  const conversation = await findConversation(tx, id)
  if (!conversation) throw refusal('request.not-found')
  authorise(actor, 'conversations.read', scopeOf(conversation))
  return conversation
}

/** A sub-account that the reader does not reach is not there, nor is one that holds nothing any more. */
async function refuseUnread(tx: OrganisationTransaction, actor: Actor, subAccountId: SubAccountId): Promise<void> {
  authorise(actor, 'sub-accounts.read', { subAccountId })
  if (!(await listSubAccounts(tx)).some(({ id }) => id === subAccountId))
    throw refusal('request.not-found', { field: 'subAccountId' })
}
