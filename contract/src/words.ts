import * as z from 'zod'
import { ConversationForAgent } from './conversations.ts'
import { Count } from './counts.ts'
import { AgentId, ConversationId, OrganisationId, PhotoId } from './ids.ts'
import { limits } from './limits.ts'
import { MessageForAgent } from './messages.ts'
import { defineRoutes } from './route.ts'
import { Instant, Prose } from './text.ts'

/** What stands there instead, and which version was read: somebody may have been quicker, in another tab. */
export const RewriteWords = z.strictObject({ text: Prose(limits.messageLength), version: z.int() })
export type RewriteWords = z.infer<typeof RewriteWords>

/** What stood there before, and until when. */
export const EarlierWords = z.object({
  version: z.int(),
  text: z.string(),
  /** Names of the files that came with it. */
  files: z.array(z.string()),
  replacedAt: Instant,
})
export type EarlierWords = z.infer<typeof EarlierWords>

const ofWords = z.object({
  organisationId: OrganisationId,
  conversationId: ConversationId,
  seq: z.coerce.number().pipe(Count.positive()),
})
/** A colleague who reads a conversation: whom a note in it may name. */
export const ReaderForAgent = z.object({ id: AgentId, name: z.string(), photoId: PhotoId.nullable() })
export type ReaderForAgent = z.infer<typeof ReaderForAgent>

const changed = z.object({ message: MessageForAgent, conversation: ConversationForAgent })

export const wordsRoutes = defineRoutes({
  'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq': {
    summary: 'Rewrite a reply or a note of one’s own, within a day; what stood there before is kept',
    who: 'agent',
    key: 'conversations:write',
    params: ofWords,
    body: RewriteWords,
    reply: changed,
    refuses: [
      'access.inactive',
      'messages.not-yours',
      'messages.too-old',
      'messages.deleted',
      'messages.changed-meanwhile',
    ],
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq': {
    summary:
      'Take back a reply or a note of one’s own, within a day, with its files; that there was one stays to be seen',
    who: 'agent',
    key: 'conversations:write',
    params: ofWords,
    reply: changed,
    refuses: ['access.inactive', 'messages.not-yours', 'messages.too-old'],
  },
  'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions': {
    summary: 'What stood there before, oldest first',
    who: 'agent',
    key: 'conversations:read',
    params: ofWords,
    reply: z.object({ versions: z.array(EarlierWords) }),
    refuses: ['access.inactive', 'conversations.not-yours'],
  },
  'GET /organisations/:organisationId/conversations/:conversationId/readers': {
    summary: 'Colleagues who read the conversation, of those one knows: whom a note in it may name',
    who: 'agent',
    key: 'conversations:read',
    params: z.object({ organisationId: OrganisationId, conversationId: ConversationId }),
    reply: z.object({ agents: z.array(ReaderForAgent) }),
    refuses: ['access.inactive'],
  },
})
