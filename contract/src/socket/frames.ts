import * as z from 'zod'
import { AgentEvent, VisitorEvent } from '../events.ts'
import { AgentId, ConversationId } from '../ids.ts'
import { Cursors, StreamName } from '../streams.ts'
import { lookings } from '../vocabulary.ts'

/** From a client to the server. */
export const UpFrame = z.discriminatedUnion('type', [
  /** Follow these streams from these cursors; attaching again moves the cursor. */
  z.strictObject({ type: z.literal('attach'), cursors: Cursors }),
  /** I am typing, or have stopped. Never stored. */
  z.strictObject({ type: z.literal('typing'), conversationId: ConversationId, typing: z.boolean() }),
  /** What I do in a conversation, for colleagues alone. Never stored; renewed while it lasts. */
  z.strictObject({ type: z.literal('looking'), conversationId: ConversationId, doing: z.enum(lookings) }),
  z.strictObject({ type: z.literal('beat') }),
])
export type UpFrame = z.infer<typeof UpFrame>

const numbers = { stream: StreamName, epoch: z.string(), prev: z.int(), seq: z.int() }

/** From the server to a client. A poll answers with the same frames. */
export const downFrame = <Event extends z.ZodType>(event: Event) =>
  z.discriminatedUnion('type', [
    /** `prev` is where the client's cursor must stand; afterwards it stands at `seq`. Numbers between may be other people's. */
    z.object({ type: z.literal('events'), ...numbers, events: z.array(event) }),
    /** Caught up: from here on events come as they happen. */
    z.object({ type: z.literal('live'), ...numbers }),
    /** The cursor cannot be served (too old, another epoch, too far behind, no such right): take a snapshot. */
    z.object({
      type: z.literal('resync'),
      stream: StreamName,
      reason: z.enum(['too-old', 'epoch', 'too-far', 'unknown-stream']),
    }),
    /** Still here, and where each stream stands: a cursor that is not at `prev` has missed something. */
    z.object({ type: z.literal('beat'), heads: z.array(z.object(numbers)) }),
    z.object({
      type: z.literal('typing'),
      conversationId: ConversationId,
      by: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('visitor') }),
        z.object({ kind: z.literal('agent'), agentId: AgentId, name: z.string() }),
      ]),
      typing: z.boolean(),
    }),
    /** A colleague is here too. Agents alone are told, of conversations they read. */
    z.object({
      type: z.literal('looking'),
      conversationId: ConversationId,
      agentId: AgentId,
      name: z.string(),
      doing: z.enum(lookings),
    }),
  ])

export const AgentDownFrame = downFrame(AgentEvent)
export type AgentDownFrame = z.infer<typeof AgentDownFrame>
export const VisitorDownFrame = downFrame(VisitorEvent)
export type VisitorDownFrame = z.infer<typeof VisitorDownFrame>
