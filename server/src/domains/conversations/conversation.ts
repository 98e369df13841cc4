import type {
  AgentId,
  ChannelId,
  ClientMessageId,
  ConversationId,
  MessageId,
  PhotoId,
  QuestionnaireId,
  ReasonId,
  SubAccountId,
  VisitorId,
} from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { Instant } from '#contract/text.ts'
import type { AppointmentNotice, ConversationState, MessageKind, NoticeAct, Score } from '#contract/vocabulary.ts'
import type { Actor } from '../callers.ts'
import { type Mentioned, named, notNamed } from './mentioned.ts'
import { type AppointmentTold, type AuthorKind, cardFiles, cardLine, type Message, type Subject } from './message.ts'

/** A visitor's talk with the organisation. */
export interface Conversation {
  id: ConversationId
  subAccountId: SubAccountId
  channelId: ChannelId
  visitor: { id: VisitorId; name: string | null; email: string | null }
  state: ConversationState
  /** Who answers while open, who answered last once closed, nobody while pending. */
  assignee: Assignee | null
  /** Whose hands it came from, by a transfer to its assignee, until they answer. */
  transferredBy: { id: AgentId; name: string } | null
  /** While it waits: who is asked to take it, and until when. Anybody else who may take it still can. */
  offer: { agentId: AgentId; until: Date } | null
  /** While it waits: who had it offered in this round and did not take it. */
  asked: readonly AgentId[]
  /** All who could were asked: when they are asked again. */
  restsUntil: Date | null
  /** When it was last picked up, and how long it had waited; null: it never was. */
  lastPick: { at: Date; waitedMs: number } | null
  language: string
  /** The one it began with; null: none, or it went where nobody advises for it. */
  questionnaireId: QuestionnaireId | null
  /** The one the visitor was on when they were last heard of. */
  page: { url: string; title: string } | null
  /** How many pages they were seen on. */
  pagesSeen: number
  /** One more with each change. */
  version: number
  lastSeq: number
  /** The version at which words were last rewritten or taken back; 0: never. */
  rewrittenVersion: number
  visitorReadSeq: number
  agentReadSeq: number
  /** The visitor's messages after agentReadSeq. */
  unread: number
  /** Whom its notes name. */
  mentions: readonly Mentioned[]
  lastMessage: {
    seq: number
    kind: MessageKind
    by: AuthorKind
    text: string
    files: { count: number; first: string } | null
    sentAt: string
  } | null
  /** While it is closed: the notice that tells of it, and how the visitor rated what came before. */
  closing: { seq: number; rating: Rating | null } | null
  createdAt: Date
  stateSince: Date
  lastActivityAt: Date
}

/** How a visitor rated what came before a closing. */
export interface Rating {
  score: Score
  /** Empty: nothing. */
  word: string
  /** When they first did. */
  ratedAt: Instant
  /** From 1, one more with each change. */
  version: number
}

/** A conversation after an act, with the messages the act added. */
export interface Change {
  conversation: Conversation
  messages: Message[]
  /** A message the act rewrote, as it was and as it is. */
  rewritten?: { before: Message; after: Message }
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
    transferredBy: null,
    ...notOffered,
    lastPick: null,
    page: null,
    pagesSeen: 0,
    version: 0,
    lastSeq: 0,
    rewrittenVersion: 0,
    visitorReadSeq: 0,
    agentReadSeq: 0,
    unread: 0,
    mentions: [],
    lastMessage: null,
    closing: null,
    createdAt: now,
    stateSince: now,
    lastActivityAt: now,
  }
}

/** It waits, before its visitor has said a word: what they answered led there. */
export const begun = (conversation: Conversation, page: Conversation['page']): Change => ({
  conversation: { ...next(conversation), page },
  messages: [],
})

/** Words or a note. Whoever may say them was decided before. */
export function say(
  conversation: Conversation,
  words: {
    author: Author
    clientMessageId: ClientMessageId
    kind: 'text' | 'note'
    text: string
    files?: readonly MessageFile[]
    mentions?: readonly AgentId[]
    proposedReasonId?: ReasonId | null
  },
  now: Now,
): Change {
  const isAnswer = words.kind === 'text'
  const began = { ...next(conversation), transferredBy: isAnswer ? null : conversation.transferredBy }
  return add({ conversation: began, messages: [] }, { ...words, notice: null }, now)
}

/** The visitor's words: they bring a closed conversation back into the queue. */
export function hear(
  conversation: Conversation,
  words: {
    author: Author
    clientMessageId: ClientMessageId
    text: string
    files?: readonly MessageFile[]
    page: Conversation['page']
  },
  now: Now,
): Change {
  const began = { conversation: { ...next(conversation), page: words.page ?? conversation.page }, messages: [] }
  const waiting =
    conversation.state === 'closed' ? tell(moved(began, 'pending', null, now), 'reopened', words.author, now) : began
  const { page: _, ...said } = words
  return add(waiting, { ...said, kind: 'text', notice: null }, now)
}

/** Pending → open. */
export function pickUp(conversation: Conversation, by: Assignee, now: Now): Change {
  const lastPick = { at: now.now, waitedMs: Math.max(0, now.now.getTime() - conversation.stateSince.getTime()) }
  const taken = { conversation: { ...next(conversation), lastPick }, messages: [] }
  return tell(moved(taken, 'open', by, now), 'picked-up', asAuthor(by), now)
}

/** Open or pending → closed. Whoever closes is who handled it, unless somebody already did. */
export function close(before: Conversation, by: Assignee, now: Now): Change {
  const { conversation, messages } = tell(
    moved(start(before), 'closed', before.assignee ?? by, now),
    'closed',
    asAuthor(by),
    now,
  )
  return { conversation: { ...conversation, closing: { seq: conversation.lastSeq, rating: null } }, messages }
}

/** Closed → open again, by an agent. */
export const reopen = (conversation: Conversation, by: Assignee, now: Now): Change =>
  tell(moved(start(conversation), 'open', by, now), 'reopened', asAuthor(by), now)

/** Why an agent may no longer answer what they had open. */
export type WhyReturned = Extract<NoticeAct, 'deactivated' | 'left' | 'out-of-reach' | 'away' | 'gone'>

/** Open → pending: its agent may no longer answer. */
export const returnToQueue = (conversation: Conversation, from: Assignee, why: WhyReturned, now: Now): Change =>
  tell(moved(start(conversation), 'pending', null, now), why, asAuthor(from), now)

/** Open, and stays so: somebody else answers from now on. */
export const handOver = (conversation: Conversation, heir: Assignee, now: Now): Change =>
  tell(
    { conversation: { ...next(conversation), assignee: heir, transferredBy: null }, messages: [] },
    'handed-over',
    asAuthor(heir),
    now,
  )

/** What a transfer says besides to whom: who does it, and their note for whoever receives it. Empty: none. */
interface Transfer {
  by: Assignee
  note: string
}

/** Into somebody's hands: it is open with them, in a sub-account they reach. */
export function transferTo(
  conversation: Conversation,
  { receiver, subAccountId, by, note }: Transfer & { receiver: Assignee; subAccountId: SubAccountId },
  now: Now,
): Change {
  const noted = withNote(settle(conversation, subAccountId), { by, note }, now)
  const { conversation: taken, messages } = moved(noted, 'open', receiver, now)
  const transferredBy = by.id === receiver.id ? null : { id: by.id, name: by.name }
  const subject: Subject = { kind: 'agent', id: receiver.id, name: receiver.name, shownName: receiver.shownName }
  const change = { conversation: { ...taken, transferredBy }, messages }
  return tell(change, 'transferred', asAuthor(by), now, subject)
}

/** It waits in another sub-account, for whoever takes it there. */
export function transferToSubAccount(
  conversation: Conversation,
  { subAccountId, by, note }: Transfer & { subAccountId: SubAccountId },
  now: Now,
): Change {
  const noted = withNote(settle(conversation, subAccountId), { by, note }, now)
  return tell(moved(noted, 'pending', null, now), 'moved', asAuthor(by), now, { kind: 'sub-account', id: subAccountId })
}

/** It waits again where it is, by the will of who had it. */
export function giveToQueue(conversation: Conversation, { by, note }: Transfer, now: Now): Change {
  const noted = withNote(start(conversation), { by, note }, now)
  return tell(moved(noted, 'pending', null, now), 'given-back', asAuthor(by), now)
}

/** In another sub-account nobody advises for its questionnaire: there it is for everybody. */
function settle(conversation: Conversation, subAccountId: SubAccountId): Change {
  const questionnaireId = subAccountId === conversation.subAccountId ? conversation.questionnaireId : null
  return { conversation: { ...next(conversation), subAccountId, questionnaireId }, messages: [] }
}

const withNote = (change: Change, { by, note }: Transfer, now: Now): Change =>
  note === ''
    ? change
    : add(change, { author: asAuthor(by), clientMessageId: null, kind: 'note', notice: null, text: note }, now)

/** Other words in the same place. */
export const rewrite = (conversation: Conversation, before: Message, text: string, { now }: Now): Change =>
  replace(conversation, before, { ...before, text, version: before.version + 1, editedAt: now })

/** That there were words stays to be seen. */
export const takeBack = (conversation: Conversation, before: Message, { now }: Now): Change =>
  replace({ ...conversation, mentions: notNamed(conversation.mentions, before.mentions, before.seq) }, before, {
    ...before,
    text: '',
    files: [],
    proposedReasonId: null,
    version: before.version + 1,
    deletedAt: now,
  })

/** Its visitor says how it was: told once, under what was closed. */
export function rate(conversation: Conversation, { score, word }: Pick<Rating, 'score' | 'word'>, now: Now): Change {
  const author = visitorOf(conversation)
  const rating = { score, word, ratedAt: now.now.toISOString(), version: 1 }
  return add(
    { conversation: rated(next(conversation), rating), messages: [] },
    { author, clientMessageId: null, kind: 'notice', notice: 'rated', score, text: word },
    now,
  )
}

/** Its words left as a letter. */
export const sentTranscript = (
  conversation: Conversation,
  { author, to }: { author: Author; to: string },
  now: Now,
): Change =>
  add(start(conversation), { author, clientMessageId: null, kind: 'notice', notice: 'transcript-sent', text: to }, now)

/** Appointments that stand in it were made, or changed. `author` null: by its visitor. */
export const toldOfAppointments = (
  conversation: Conversation,
  {
    author,
    told,
  }: { author: Author | null; told: readonly { notice: AppointmentNotice; appointment: AppointmentTold }[] },
  now: Now,
): Change =>
  told.reduce<Change>(
    (change, { notice, appointment }) =>
      add(
        change,
        {
          author: author ?? visitorOf(conversation),
          clientMessageId: null,
          kind: 'notice',
          notice,
          appointment,
          text: '',
        },
        now,
      ),
    start(conversation),
  )

/** They thought otherwise: it is told in the same place. */
export function rateOtherwise(
  conversation: Conversation,
  { rating, told }: { rating: Rating; told: Message },
  { now }: Now,
): Change {
  const { score, word: text } = rating
  return replace(rated(conversation, rating), told, { ...told, score, text, version: told.version + 1, editedAt: now })
}

const rated = (conversation: Conversation, rating: Rating): Conversation => ({
  ...conversation,
  closing: conversation.closing && { ...conversation.closing, rating },
})

/** The card says what its message says now. */
function replace(conversation: Conversation, before: Message, after: Message): Change {
  const { lastMessage, ...changed } = next(conversation)
  const isOnCard = lastMessage?.seq === after.seq
  const shown = { text: cardLine(after.text), files: cardFiles(after.files) }
  return {
    conversation: {
      ...changed,
      lastMessage: isOnCard ? { ...lastMessage, ...shown } : lastMessage,
      rewrittenVersion: changed.version,
    },
    messages: [],
    rewritten: { before, after },
  }
}

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

/** Somebody has read what names them, and perhaps, as the assignee, the rest besides. */
export const readMentions = (
  conversation: Conversation,
  mentions: Conversation['mentions'],
  besides: Change | null,
): Change => ({
  conversation: { ...(besides?.conversation ?? next(conversation)), mentions },
  messages: [],
})

export const readByVisitor = (conversation: Conversation, seq: number): Change => ({
  conversation: { ...next(conversation), visitorReadSeq: seq },
  messages: [],
})

/** As it begins to wait, or no longer does. */
export const notOffered = { offer: null, asked: [], restsUntil: null } as const satisfies Partial<Conversation>

/** The visitor went on to other pages, so many; they are on the last of them. */
export const sawPages = (
  conversation: Conversation,
  seen: { page: NonNullable<Conversation['page']>; count: number },
): Change => ({
  conversation: { ...next(conversation), page: seen.page, pagesSeen: conversation.pagesSeen + seen.count },
  messages: [],
})

/** An agent says who the visitor is. */
export const describeVisitor = (
  conversation: Conversation,
  known: Pick<Conversation['visitor'], 'name' | 'email'>,
): Change => ({
  conversation: { ...next(conversation), visitor: { ...conversation.visitor, ...known } },
  messages: [],
})

export const visitorOf = ({ visitor }: Conversation): Author => ({
  kind: 'visitor',
  id: visitor.id,
  name: null,
  shownName: null,
})

const next = (conversation: Conversation): Conversation => ({ ...conversation, version: conversation.version + 1 })

const start = (conversation: Conversation): Change => ({ conversation: next(conversation), messages: [] })

export const asAuthor = (agent: Pick<Assignee, 'id' | 'name' | 'shownName'>): Author => ({
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
  // From one pair of hands to another, and from queue to queue, it has stood in its list all along.
  const stateSince = conversation.state === state ? conversation.stateSince : now
  return {
    conversation: { ...conversation, ...notOffered, state, assignee, transferredBy: null, closing: null, stateSince },
    messages,
  }
}

const tell = (change: Change, notice: Told, author: Author, now: Now, subject: Subject | null = null): Change =>
  add(change, { author, clientMessageId: null, kind: 'notice', notice, subject, text: '' }, now)

/** A rating, a letter and an appointment say more than that they happened. */
type Told = Exclude<NoticeAct, 'rated' | 'transcript-sent' | AppointmentNotice>

function add(
  { conversation, messages }: Change,
  words: {
    author: Author
    clientMessageId: ClientMessageId | null
    kind: MessageKind
    notice: NoticeAct | null
    subject?: Subject | null
    appointment?: AppointmentTold
    score?: Score
    text: string
    files?: readonly MessageFile[]
    mentions?: readonly AgentId[]
    proposedReasonId?: ReasonId | null
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
    subject: words.subject ?? null,
    appointment: words.appointment ?? null,
    score: words.score ?? null,
    text: words.text,
    files: words.files ?? [],
    mentions: words.mentions ?? [],
    proposedReasonId: words.proposedReasonId ?? null,
    sentAt: now,
    version: 1,
    editedAt: null,
    deletedAt: null,
  }
  const fromVisitor = words.author.kind === 'visitor' && words.kind === 'text'
  return {
    conversation: {
      ...conversation,
      lastSeq: seq,
      unread: conversation.unread + (fromVisitor ? 1 : 0),
      mentions:
        message.mentions.length > 0 ? named(conversation.mentions, message.mentions, seq) : conversation.mentions,
      // A notice moves a card, but the words on it stay the last that somebody wrote.
      lastMessage:
        words.kind === 'notice'
          ? conversation.lastMessage
          : {
              seq,
              kind: words.kind,
              by: words.author.kind,
              text: cardLine(words.text),
              files: cardFiles(words.files ?? []),
              sentAt: now.toISOString(),
            },
      lastActivityAt: now,
    },
    messages: [...messages, message],
  }
}
