import * as z from 'zod'
import {
  AgentId,
  AppointmentId,
  ClientMessageId,
  ConversationId,
  FileId,
  MessageId,
  ReasonId,
  SubAccountId,
} from './ids.ts'
import { limits } from './limits.ts'
import { Instant, Prose } from './text.ts'
import { messageKinds, noticeActs, scores } from './vocabulary.ts'

export const MessageText = Prose(limits.messageLength)

/** A file that came with a message, as everybody is shown it. */
export const MessageFile = z.object({
  id: FileId,
  name: z.string(),
  /** By its content. */
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** Of a picture, as it is seen; null: it is shown by its name, without a preview. */
  width: z.int().nullable(),
  height: z.int().nullable(),
})
export type MessageFile = z.infer<typeof MessageFile>

/** What is sent: words, files, or both. */
export const sent = {
  text: Prose(limits.messageLength, 0),
  /** Finished uploads of the author's own, in the order they are shown. */
  fileIds: z.array(FileId).max(limits.filesPerMessage).default([]),
}

/** Empty words are a message only beside a file. */
export function refuseNothing(body: { text: string; fileIds: readonly unknown[] }, context: z.RefinementCtx): void {
  if (body.text === '' && body.fileIds.length === 0)
    context.addIssue({ code: 'too_small', minimum: 1, origin: 'string', path: ['text'] })
}

/** How a visitor rates, 1 to 5. */
export const Score = z.literal(scores)

/** How a visitor rated what came before a closing. */
export const Rating = z.object({
  score: Score,
  /** What they say to it, plain text; empty: nothing. */
  word: z.string(),
  /** When they first rated. */
  ratedAt: Instant,
  /** From 1, one more with each change. */
  version: z.int(),
})
export type Rating = z.infer<typeof Rating>

/** Somebody's words, or a notice. Words are rewritten and taken back by their author; of two with one seq the higher version holds. */
const message = {
  id: MessageId,
  conversationId: ConversationId,
  /** Dense per conversation, from 1: the order of commits, and the order on every screen. Visitors see gaps where notes are. */
  seq: z.int(),
  /** From 1, one more with each rewriting. */
  version: z.int(),
  /** The author's own id of it; null for notices. */
  clientMessageId: ClientMessageId.nullable(),
  /** Plain text, never markup. Empty for files alone, and for most notices: that of a rating has the visitor's word, that of a letter the address it left for. */
  text: z.string(),
  files: z.array(MessageFile),
  /** What an agent proposes an appointment for with these words: the widget leads from them to booking. Null: nothing. */
  proposedReasonId: ReasonId.nullable(),
  sentAt: Instant,
  /** When it was last rewritten; null: never. */
  editedAt: Instant.nullable(),
  /** When its author took it back: text and files are gone. */
  deletedAt: Instant.nullable(),
}

/** To whom a notice says that the conversation went. A sub-account is named by those who know it. */
export const NoticeSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), agentId: AgentId, name: z.string() }),
  z.object({ kind: z.literal('sub-account'), subAccountId: SubAccountId }),
])
export type NoticeSubject = z.infer<typeof NoticeSubject>

const appointment = { id: AppointmentId, startsAt: Instant }

export const MessageForAgent = z.object({
  ...message,
  kind: z.enum(messageKinds),
  /** What happened, for notices. */
  notice: z.enum(noticeActs).nullable(),
  /** Of the notice that tells how the visitor rated. */
  score: Score.nullable(),
  author: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('visitor') }),
    z.object({ kind: z.literal('agent'), agentId: AgentId, name: z.string() }),
    z.object({ kind: z.literal('system') }),
  ]),
  /** Null for what is said, and for notices that are about nobody else than their author. */
  subject: NoticeSubject.nullable(),
  /** Of a notice of an appointment: when it is and who receives, from then on. */
  appointment: z.object({ ...appointment, agent: z.object({ id: AgentId, name: z.string() }) }).nullable(),
  /** Colleagues whom a note names. */
  mentions: z.array(AgentId),
})
export type MessageForAgent = z.infer<typeof MessageForAgent>

export const MessageForVisitor = z.object({
  ...message,
  kind: z.enum(['text', 'notice']),
  /** What happened, for notices. How they rated stands in the conversation's closing instead. */
  notice: z.enum(noticeActs).exclude(['rated']).nullable(),
  author: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('visitor') }),
    z.object({ kind: z.literal('agent'), name: z.string() }),
    z.object({ kind: z.literal('system') }),
  ]),
  /** Who answers from here on, by the name shown to visitors, or where their letter went; null: nobody, nowhere. */
  subject: z.string().nullable(),
  /** Of a notice of an appointment: when it is and, by the name shown to visitors, who receives, from then on. */
  appointment: z.object({ ...appointment, agent: z.string() }).nullable(),
})
export type MessageForVisitor = z.infer<typeof MessageForVisitor>
