import * as z from 'zod'
import { AgentId, ClientMessageId, ConversationId, MessageId } from './ids.ts'
import { limits } from './limits.ts'
import { Instant, Prose } from './text.ts'
import { messageKinds, noticeActs } from './vocabulary.ts'

export const MessageText = Prose(limits.messageLength)

/** Somebody's words, or a notice. Never changes once written. */
const message = {
  id: MessageId,
  conversationId: ConversationId,
  /** Dense per conversation, from 1: the order of commits, and the order on every screen. Visitors see gaps where notes are. */
  seq: z.int(),
  /** The author's own id of it; null for notices. */
  clientMessageId: ClientMessageId.nullable(),
  /** Plain text, never markup. Empty for notices. */
  text: z.string(),
  /** What happened, for notices. */
  notice: z.enum(noticeActs).nullable(),
  sentAt: Instant,
}

export const MessageForAgent = z.object({
  ...message,
  kind: z.enum(messageKinds),
  author: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('visitor') }),
    z.object({ kind: z.literal('agent'), agentId: AgentId, name: z.string() }),
    z.object({ kind: z.literal('system') }),
  ]),
})
export type MessageForAgent = z.infer<typeof MessageForAgent>

export const MessageForVisitor = z.object({
  ...message,
  kind: z.enum(['text', 'notice']),
  author: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('visitor') }),
    z.object({ kind: z.literal('agent'), name: z.string() }),
    z.object({ kind: z.literal('system') }),
  ]),
})
export type MessageForVisitor = z.infer<typeof MessageForVisitor>
