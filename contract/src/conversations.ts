import * as z from 'zod'
import { Colleague } from './agents.ts'
import { Count, MessagesQuery } from './counts.ts'
import {
  AgentId,
  ChannelId,
  ClientMessageId,
  ConversationId,
  OrganisationId,
  QuestionnaireId,
  SubAccountId,
  VisitorId,
} from './ids.ts'
import { MessageForAgent, MessageText } from './messages.ts'
import { defineRoutes } from './route.ts'
import { Cursor } from './streams.ts'
import { SubAccount } from './sub-accounts.ts'
import { Instant } from './text.ts'
import { conversationStates, messageKinds } from './vocabulary.ts'

/** A card of the lists, and the head of the thread. */
export const ConversationForAgent = z.object({
  id: ConversationId,
  /** Grows by one with each change: apply only what is newer. */
  version: z.int(),
  subAccountId: SubAccountId,
  channelId: ChannelId,
  state: z.enum(conversationStates),
  /** Who answers, or who closed it last. Null while nobody ever took it, or after it went back to the queue. */
  assigneeId: AgentId.nullable(),
  assigneeName: z.string().nullable(),
  visitor: z.object({ id: VisitorId, name: z.string().nullable(), email: z.string().nullable() }),
  language: z.string(),
  /** The one it began with; null: none. */
  questionnaireId: QuestionnaireId.nullable(),
  /** The page the visitor last wrote from. */
  page: z.object({ url: z.string(), title: z.string() }).nullable(),
  lastSeq: z.int(),
  /** Up to which message each side has read. */
  visitorReadSeq: z.int(),
  agentReadSeq: z.int(),
  /** The last words or notes, cut to a line; null before the first. */
  lastMessage: z
    .object({
      seq: z.int(),
      kind: z.enum(messageKinds),
      by: z.enum(['visitor', 'agent', 'system']),
      text: z.string(),
      sentAt: Instant,
    })
    .nullable(),
  /** The visitor's messages after what the assignee has read. */
  unread: z.int(),
  createdAt: Instant,
  /** Since when it stands in its present list. */
  stateSince: Instant,
  lastActivityAt: Instant,
  /** What this reader may do with it now. */
  may: z.object({
    pickUp: z.boolean(),
    write: z.boolean(),
    note: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
  }),
})
export type ConversationForAgent = z.infer<typeof ConversationForAgent>

export const Thread = z.object({
  conversation: ConversationForAgent,
  /** In order, the newest page. */
  messages: z.array(MessageForAgent),
  /** Whether older ones exist. */
  more: z.boolean(),
})
export type Thread = z.infer<typeof Thread>

/** Everything the conversations page shows at first, stamped with cursors taken before the reads. */
export const Inbox = z.object({
  cursors: z.array(Cursor),
  pending: z.array(ConversationForAgent),
  open: z.array(ConversationForAgent),
  /** The most recently closed page. */
  closed: z.array(ConversationForAgent),
  /** Whether a list holds more than was sent. */
  more: z.object({ pending: z.boolean(), open: z.boolean(), closed: z.boolean() }),
  colleagues: z.array(Colleague),
  subAccounts: z.array(SubAccount),
  channels: z.array(z.object({ id: ChannelId, subAccountId: SubAccountId, name: z.string() })),
  /** Archived ones too: conversations that began with them keep them. */
  questionnaires: z.array(z.object({ id: QuestionnaireId, subAccountId: SubAccountId, name: z.string() })),
})
export type Inbox = z.infer<typeof Inbox>

export const SendAsAgent = z.strictObject({ text: MessageText, kind: z.enum(['text', 'note']) })
export type SendAsAgent = z.infer<typeof SendAsAgent>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofConversation = inOrganisation.extend({ conversationId: ConversationId })

export const conversationRoutes = defineRoutes({
  'GET /organisations/:organisationId/inbox': {
    summary: 'The lists, colleagues, sub-accounts and channels in reach, with the cursors to follow them from',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    reply: Inbox,
  },
  'GET /organisations/:organisationId/conversations': {
    summary: 'Closed conversations, most recently closed first',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    query: z.strictObject({
      closedBefore: Instant.optional(),
      beforeId: ConversationId.optional(),
      /** Only of this one. */
      subAccountId: SubAccountId.optional(),
    }),
    reply: z.object({ conversations: z.array(ConversationForAgent), more: z.boolean() }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/conversations/:conversationId': {
    summary: 'One conversation and its newest messages',
    who: 'agent',
    key: 'conversations:read',
    params: ofConversation,
    reply: Thread,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/messages': {
    summary: 'A page of messages before or after one',
    who: 'agent',
    key: 'conversations:read',
    params: ofConversation,
    query: MessagesQuery,
    reply: z.object({ messages: z.array(MessageForAgent), more: z.boolean() }),
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': {
    summary: 'Say something, or note it for colleagues. The same id again gives the same answer and no second message.',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation.extend({ clientMessageId: ClientMessageId }),
    body: SendAsAgent,
    reply: z.object({ message: MessageForAgent, conversation: ConversationForAgent }),
    refuses: ['access.inactive', 'conversations.closed', 'conversations.not-yours', 'messages.id-reused'],
  },
  'POST /organisations/:organisationId/conversations/:conversationId/assignment': {
    summary: 'Pick up a pending conversation',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    reply: ConversationForAgent,
    refuses: ['access.inactive', 'access.refused', 'conversations.taken', 'conversations.closed'],
  },
  'POST /organisations/:organisationId/conversations/:conversationId/closure': {
    summary: 'Close a conversation',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    reply: ConversationForAgent,
    refuses: ['access.inactive', 'conversations.not-yours'],
  },
  'POST /organisations/:organisationId/conversations/:conversationId/reopening': {
    summary: 'Take a closed conversation up again',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    reply: ConversationForAgent,
    refuses: ['access.inactive', 'access.refused', 'conversations.taken'],
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/read': {
    summary: 'The assignee has read up to a message; the visitor sees it as seen',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    body: z.strictObject({ seq: Count }),
    reply: z.object({ agentReadSeq: z.int() }),
    refuses: ['access.inactive'],
  },
})
