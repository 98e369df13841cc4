import * as z from 'zod'
import { Colleague } from './agents.ts'
import { ConversationFilter } from './conversation-filter.ts'
import { Count, MessagesQuery } from './counts.ts'
import {
  AgentId,
  ChannelId,
  ClientMessageId,
  ConversationId,
  OrganisationId,
  QuestionnaireId,
  ReasonId,
  SubAccountId,
  VisitorId,
} from './ids.ts'
import { limits } from './limits.ts'
import { MessageForAgent, Rating, refuseNothing, sent } from './messages.ts'
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
  /** Whose hands it came from, by a transfer to its assignee, until they answer. */
  transferredBy: z.object({ id: AgentId, name: z.string() }).nullable(),
  /** While it is offered to one agent: whether that is the reader, and until when. Others may take it all the same. */
  offer: z.object({ toYou: z.boolean(), until: Instant }).nullable(),
  visitor: z.object({ id: VisitorId, name: z.string().nullable(), email: z.string().nullable() }),
  language: z.string(),
  /** The one it began with; null: none. */
  questionnaireId: QuestionnaireId.nullable(),
  /** The page the visitor was on when they were last heard of. */
  page: z.object({ url: z.string(), title: z.string() }).nullable(),
  /** How many pages they were seen on, those that are no longer kept included: whoever shows them fetches them anew as it grows. */
  pagesSeen: z.int(),
  lastSeq: z.int(),
  /** The version at which a message was last rewritten or taken back; 0: never. Whoever has followed since has missed none. */
  rewrittenVersion: z.int(),
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
      /** How many files came with them, and what the first is called; null: none. */
      files: z.object({ count: z.int(), first: z.string() }).nullable(),
      sentAt: Instant,
    })
    .nullable(),
  /** The visitor's messages after what the assignee has read. */
  unread: z.int(),
  /** Notes that name the reader, as long as they stand: how many, and which of them the reader has not read, by seq. */
  mentions: z.object({ times: z.int(), unread: z.array(z.int()) }),
  /** While it is closed: the notice that tells of it, and how the visitor rated what came before. */
  closing: z.object({ seq: z.int(), rating: Rating.nullable() }).nullable(),
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
    /** See why it is offered to whom, and why it waits. */
    explain: z.boolean(),
    transfer: z.boolean(),
    /** What stood in messages before they were rewritten. */
    readVersions: z.boolean(),
    /** Send its words to the visitor by letter. */
    sendTranscript: z.boolean(),
  }),
})
export type ConversationForAgent = z.infer<typeof ConversationForAgent>

export const Thread = z.object({
  conversation: ConversationForAgent,
  /** In order: the newest page, or one around a message. */
  messages: z.array(MessageForAgent),
  /** Whether older ones exist. */
  more: z.boolean(),
  /** Whether newer ones exist. */
  newer: z.boolean(),
})
export type Thread = z.infer<typeof Thread>

/** Everything the conversations page shows at first, stamped with cursors taken before the reads. */
export const Inbox = z.object({
  cursors: z.array(Cursor),
  pending: z.array(ConversationForAgent),
  open: z.array(ConversationForAgent),
  /** The most recently closed page. */
  closed: z.array(ConversationForAgent),
  /** Those with a mention of the reader that they have not read, last activity first, whichever list they stand in. */
  mentioned: z.array(ConversationForAgent),
  /** Whether a list holds more than was sent. */
  more: z.object({ pending: z.boolean(), open: z.boolean(), closed: z.boolean() }),
  colleagues: z.array(Colleague),
  subAccounts: z.array(SubAccount),
  channels: z.array(z.object({ id: ChannelId, subAccountId: SubAccountId, name: z.string() })),
  /** Archived ones too: conversations that began with them keep them. */
  questionnaires: z.array(z.object({ id: QuestionnaireId, subAccountId: SubAccountId, name: z.string() })),
})
export type Inbox = z.infer<typeof Inbox>

export const SendAsAgent = z
  .strictObject({
    ...sent,
    kind: z.enum(['text', 'note']),
    /** Colleagues whom a note names and who read this conversation: they are told. Not looked at in what visitors read. */
    mentions: z.array(AgentId).max(limits.mentionsPerNote).default([]),
    /** What an appointment is proposed for, of the channel's sub-account. Not looked at in notes. */
    proposedReasonId: ReasonId.nullable().default(null),
  })
  .superRefine(refuseNothing)
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
    query: ConversationFilter.extend({
      /** After this one in that order: when it was closed, and its id. */
      closedBefore: Instant.optional(),
      beforeId: ConversationId.optional(),
    }),
    reply: z.object({ conversations: z.array(ConversationForAgent), more: z.boolean() }),
    refuses: ['access.refused'],
  },
  'GET /organisations/:organisationId/conversations/:conversationId': {
    summary: 'One conversation and its newest messages, or those around one',
    who: 'agent',
    key: 'conversations:read',
    params: ofConversation,
    query: z.strictObject({ around: z.coerce.number().pipe(Count.positive()).optional() }),
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
  'GET /organisations/:organisationId/conversations/:conversationId/files': {
    summary: 'Files exchanged in a conversation, by message, newest first',
    who: 'agent',
    key: 'conversations:read',
    params: ofConversation,
    query: z.strictObject({ before: z.coerce.number().pipe(Count.positive()).optional() }),
    reply: z.object({ messages: z.array(MessageForAgent), more: z.boolean() }),
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': {
    summary: 'Say something, or note it for colleagues. The same id again gives the same answer and no second message.',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation.extend({ clientMessageId: ClientMessageId }),
    body: SendAsAgent,
    /** Without the conversation: it was said before, and is out of the author's reach by now. */
    reply: z.object({ message: MessageForAgent, conversation: ConversationForAgent.nullable() }),
    refuses: [
      'access.inactive',
      'conversations.closed',
      'conversations.not-yours',
      'messages.id-reused',
      'messages.mention-refused',
      'files.unknown',
      // of what is proposed
      'access.refused',
      'reasons.archived',
    ],
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
    summary: 'Read up to a message: what names one no longer calls, and the assignee’s visitor sees it as seen',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    body: z.strictObject({ seq: Count }),
    reply: z.object({ agentReadSeq: z.int() }),
    refuses: ['access.inactive'],
  },
})
