import type {
  AgentId,
  AppointmentId,
  ClientMessageId,
  ConversationId,
  FileId,
  MessageId,
  ReasonId,
  SubAccountId,
} from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { Instant } from '#contract/text.ts'
import type { MessageKind, NoticeAct, Score } from '#contract/vocabulary.ts'

export type AuthorKind = 'visitor' | 'agent' | 'system'

/** Somebody's words, a note among agents, or a notice of what happened. */
export interface Message {
  id: MessageId
  conversationId: ConversationId
  /** Dense per conversation, from 1. */
  seq: number
  /** From 1, one more with each rewriting. */
  version: number
  author: AuthorKind
  /** The visitor, or the agent; for a notice whoever caused it. */
  authorId: string
  /** As read when it was written. Null for a visitor. */
  authorName: string | null
  /** The same as visitors read it. */
  authorShownName: string | null
  clientMessageId: ClientMessageId | null
  kind: MessageKind
  notice: NoticeAct | null
  /** To whom a notice says that the conversation went. */
  subject: Subject | null
  /** Of a notice of an appointment: which, when, and with whom, from then on. */
  appointment: AppointmentTold | null
  /** How the visitor rated, of the notice that tells of it: its text is their word. */
  score: Score | null
  text: string
  /** In the order their author gave them. */
  files: readonly MessageFile[]
  /** What an agent proposes an appointment for with it. */
  proposedReasonId: ReasonId | null
  /** Colleagues whom a note names. */
  mentions: readonly AgentId[]
  sentAt: Date
  editedAt: Date | null
  /** Taken back by its author: text and files are gone. */
  deletedAt: Date | null
}

/** An agent by the names they had then; a sub-account goes by the name it has now. */
export type Subject =
  | { kind: 'agent'; id: AgentId; name: string; shownName: string }
  | { kind: 'sub-account'; id: SubAccountId }

/** An appointment as a notice tells of it, with the names they had then. */
export interface AppointmentTold {
  id: AppointmentId
  startsAt: Instant
  agent: { id: AgentId; name: string; shownName: string }
}

/** Whether its author may still rewrite it or take it back. */
export const isChangeable = ({ sentAt }: Pick<Message, 'sentAt'>, now: Date): boolean =>
  now.getTime() - sentAt.getTime() < times.wordsChangeableMs

/** Whether a message is what was wished for, not another under the same id. What it said before it was rewritten is not asked. */
export const saysSame = (
  message: Message,
  wish: { text: string; fileIds: readonly FileId[]; proposedReasonId?: ReasonId | null },
): boolean =>
  message.version > 1 ||
  (message.text === wish.text &&
    message.files.length === wish.fileIds.length &&
    message.proposedReasonId === (wish.proposedReasonId ?? null) &&
    message.files.every(({ id }, place) => id === wish.fileIds[place]))

/** What a card says of a message's files. */
export const cardFiles = ([first, ...others]: readonly MessageFile[]): { count: number; first: string } | null =>
  first ? { count: 1 + others.length, first: first.name } : null

/** What a card shows of a message: one line. */
const cardLength = 140

export const cardLine = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ')
  // Cut by code points, so that no character is halved.
  return line.length <= cardLength ? line : `${[...line].slice(0, cardLength - 1).join('')}…`
}
