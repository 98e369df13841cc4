import type {
  AgentId,
  ChannelId,
  ClientMessageId,
  ConversationId,
  MessageId,
  PhotoId,
  QuestionnaireId,
  SubAccountId,
  VisitorId,
} from '#contract/ids.ts'
import type { ConversationState, MessageKind, NoticeAct } from '#contract/vocabulary.ts'
import type { Actor } from '../callers.ts'
import { type AuthorKind, cardLine, type Message } from './message.ts'

/** A visitor's talk with the organisation. */
export interface Conversation {
  id: ConversationId
  subAccountId: SubAccountId
  channelId: ChannelId
  visitor: { id: VisitorId; name: string | null; email: string | null }
  state: ConversationState
  /** Who answers while open, who answered last once closed, nobody while pending. */
  assignee: Assignee | null
  language: string
  /** The one it began with; null: none. */
  questionnaireId: QuestionnaireId | null
  page: { url: string; title: string } | null
  /** One more with each change. */
  version: number
  lastSeq: number
  visitorReadSeq: number
  agentReadSeq: number
  /** The visitor's messages after agentReadSeq. */
  unread: number
  lastMessage: { seq: number; kind: MessageKind; by: AuthorKind; text: string; sentAt: string } | null
  createdAt: Date
  stateSince: Date
  lastActivityAt: Date
}

/** A conversation after an act, with the messages the act added. */
export interface Change {
  conversation: Conversation
  messages: Message[]
}

export interface Author {
  kind: AuthorKind
  id: string
  name: string | null
  /** What visitors read; null for a visitor. */
  shownName: string | null
}

/** An agent as conversations know them. */
export interface Assignee {
  id: AgentId
  name: string
  /** What visitors read. */
  shownName: string
  /** As it is now. */
  photoId: PhotoId | null
}

/** Whoever acts, as the one who answers from now on. */
export const asAssignee = (actor: Pick<Actor, 'agentId' | 'name' | 'shownName' | 'photoId'>): Assignee => ({
  id: actor.agentId,
  name: actor.name,
  shownName: actor.shownName,
  photoId: actor.photoId,
})

interface Now {
  now: Date
  newMessageId: () => MessageId
}

export function newConversation(first: {
  id: ConversationId
  subAccountId: SubAccountId
  channelId: ChannelId
  visitor: Conversation['visitor']
  language: string
  questionnaireId: QuestionnaireId | null
  now: Date
}): Conversation {
  const { now, ...given } = first
  return {
    ...given,
    state: 'pending',
    assignee: null,
    page: null,
    version: 0,
    lastSeq: 0,
    visitorReadSeq: 0,
    agentReadSeq: 0,
    unread: 0,
    lastMessage: null,
    createdAt: now,
    stateSince: now,
    lastActivityAt: now,
  }
}

/** Words or a note. Whoever may say them was decided before. */
export function say(
  conversation: Conversation,
  words: { author: Author; clientMessageId: ClientMessageId; kind: 'text' | 'note'; text: string },
  now: Now,
): Change {
  return add({ conversation: next(conversation), messages: [] }, { ...words, notice: null }, now)
}

/** The visitor's words: they bring a closed conversation back into the queue. */
export function hear(
  conversation: Conversation,
  words: { author: Author; clientMessageId: ClientMessageId; text: string; page: Conversation['page'] },
  now: Now,
): Change {
  const began = { conversation: { ...next(conversation), page: words.page ?? conversation.page }, messages: [] }
  const waiting =
    conversation.state === 'closed' ? tell(moved(began, 'pending', null, now), 'reopened', words.author, now) : began
  const { page: _, ...said } = words
  return add(waiting, { ...said, kind: 'text', notice: null }, now)
}

/** Pending → open. */
export const pickUp = (conversation: Conversation, by: Assignee, now: Now): Change =>
  tell(moved(start(conversation), 'open', by, now), 'picked-up', asAuthor(by), now)

/** Open or pending → closed. Whoever closes is who handled it, unless somebody already did. */
export const close = (conversation: Conversation, by: Assignee, now: Now): Change =>
  tell(moved(start(conversation), 'closed', conversation.assignee ?? by, now), 'closed', asAuthor(by), now)

/** Closed → open again, by an agent. */
export const reopen = (conversation: Conversation, by: Assignee, now: Now): Change =>
  tell(moved(start(conversation), 'open', by, now), 'reopened', asAuthor(by), now)

/** Why an agent may no longer answer what they had open. */
export type WhyReturned = Extract<NoticeAct, 'deactivated' | 'left' | 'out-of-reach'>

/** Open → pending: its agent may no longer answer. */
export const returnToQueue = (conversation: Conversation, from: Assignee, why: WhyReturned, now: Now): Change =>
  tell(moved(start(conversation), 'pending', null, now), why, asAuthor(from), now)

/** Open, and stays so: somebody else answers from now on. */
export const handOver = (conversation: Conversation, heir: Assignee, now: Now): Change =>
  tell({ conversation: { ...next(conversation), assignee: heir }, messages: [] }, 'handed-over', asAuthor(heir), now)

/** Whoever answers took another name, or another face. */
export const renameAssignee = (conversation: Conversation, assignee: Assignee): Change => ({
  conversation: { ...next(conversation), assignee },
  messages: [],
})

/** Its channel belongs to another sub-account now. */
export const moveTo = (conversation: Conversation, subAccountId: SubAccountId): Change => ({
  conversation: { ...next(conversation), subAccountId },
  messages: [],
})

/** What the assignee has read; `unread` is what the visitor wrote after it. */
export const readByAgent = (conversation: Conversation, seq: number, unread: number): Change => ({
  conversation: { ...next(conversation), agentReadSeq: seq, unread },
  messages: [],
})

export const readByVisitor = (conversation: Conversation, seq: number): Change => ({
  conversation: { ...next(conversation), visitorReadSeq: seq },
  messages: [],
})

const next = (conversation: Conversation): Conversation => ({ ...conversation, version: conversation.version + 1 })

const start = (conversation: Conversation): Change => ({ conversation: next(conversation), messages: [] })

const asAuthor = (agent: Assignee): Author => ({
  kind: 'agent',
  id: agent.id,
  name: agent.name,
  shownName: agent.shownName,
})

function moved(
  { conversation, messages }: Change,
  state: ConversationState,
  assignee: Assignee | null,
  { now }: Now,
): Change {
  return { conversation: { ...conversation, state, assignee, stateSince: now }, messages }
}

const tell = (change: Change, notice: NoticeAct, author: Author, now: Now): Change =>
  add(change, { author, clientMessageId: null, kind: 'notice', notice, text: '' }, now)

function add(
  { conversation, messages }: Change,
  words: {
    author: Author
    clientMessageId: ClientMessageId | null
    kind: MessageKind
    notice: NoticeAct | null
    text: string
  },
  { now, newMessageId }: Now,
): Change {
  const seq = conversation.lastSeq + 1
  const message: Message = {
    id: newMessageId(),
    conversationId: conversation.id,
    seq,
    author: words.author.kind,
    authorId: words.author.id,
    authorName: words.author.name,
    authorShownName: words.author.shownName,
    clientMessageId: words.clientMessageId,
    kind: words.kind,
    notice: words.notice,
    text: words.text,
    sentAt: now,
  }
  const fromVisitor = words.author.kind === 'visitor' && words.kind === 'text'
  return {
    conversation: {
      ...conversation,
      lastSeq: seq,
      unread: conversation.unread + (fromVisitor ? 1 : 0),
      // A notice moves a card, but the words on it stay the last that somebody wrote.
      lastMessage:
        words.kind === 'notice'
          ? conversation.lastMessage
          : { seq, kind: words.kind, by: words.author.kind, text: cardLine(words.text), sentAt: now.toISOString() },
      lastActivityAt: now,
    },
    messages: [...messages, message],
  }
}
