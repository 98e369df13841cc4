import * as z from 'zod'
import { ConversationFilter } from './conversation-filter.ts'
import { ConversationForAgent } from './conversations.ts'
import { Count } from './counts.ts'
import { ConversationId, OrganisationId } from './ids.ts'
import { limits } from './limits.ts'
import { MessageForAgent } from './messages.ts'
import { defineRoutes } from './route.ts'
import { Instant, Line } from './text.ts'

/**
 * Words in any order and any case, with their accents or without. The last one may be the beginning of a word. Text that holds no
 * word finds nothing.
 */
export const SearchText = Line(limits.searchLength)

/** A piece of text, cut into what was looked for and what stands between. Joined it is the text; never markup. */
export const Passage = z.array(z.object({ text: z.string(), isHit: z.boolean() }))
export type Passage = z.infer<typeof Passage>

/** A conversation whose visitor's name or address has the words. */
export const FoundVisitor = z.object({
  conversation: ConversationForAgent,
  name: Passage.nullable(),
  email: Passage.nullable(),
})
export type FoundVisitor = z.infer<typeof FoundVisitor>

/** Words or a note that have the words, in the conversation as it is now. */
export const FoundMessage = z.object({
  conversation: ConversationForAgent,
  seq: z.int(),
  kind: z.enum(['text', 'note']),
  author: MessageForAgent.shape.author,
  /** The words around the first that was looked for. */
  passage: Passage,
  sentAt: Instant,
})
export type FoundMessage = z.infer<typeof FoundMessage>

const inOrganisation = z.object({ organisationId: OrganisationId })
const search = ConversationFilter.extend({ text: SearchText })

export const searchRoutes = defineRoutes({
  'GET /organisations/:organisationId/search/visitors': {
    summary: 'Conversations in reach whose visitor is so called, last activity first',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    query: search.extend({
      /** After this one in that order: its last activity and id. */
      before: Instant.optional(),
      beforeId: ConversationId.optional(),
    }),
    reply: z.object({ visitors: z.array(FoundVisitor), more: z.boolean() }),
    refuses: ['access.refused'],
    perMinute: 240,
  },
  'GET /organisations/:organisationId/search/messages': {
    summary: 'What was said and noted with these words, in conversations in reach, newest first',
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    query: search.extend({
      /** After this one in that order: its instant, conversation and seq. */
      before: Instant.optional(),
      beforeId: ConversationId.optional(),
      beforeSeq: z.coerce.number().pipe(Count.positive()).optional(),
    }),
    reply: z.object({ messages: z.array(FoundMessage), more: z.boolean() }),
    refuses: ['access.refused'],
    perMinute: 240,
  },
})
