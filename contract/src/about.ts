import * as z from 'zod'
import { ConversationForAgent } from './conversations.ts'
import { ConversationId, OrganisationId } from './ids.ts'
import { Rating } from './messages.ts'
import { defineRoutes } from './route.ts'
import { Email, Instant, Name } from './text.ts'

/** A page the visitor had before them. Address and title are claims of a browser: shown as text, never followed by itself. */
export const PageView = z.object({ url: z.string(), title: z.string(), seenAt: Instant })
export type PageView = z.infer<typeof PageView>

/** The end of an earlier talk of the same visitor: they have one conversation, and each of its closings ends a talk. */
export const EarlierTalk = z.object({
  /** Of the notice that tells of the closing. */
  seq: z.int(),
  closedAt: Instant,
  /** Who closed it, as they were called then. */
  closedBy: z.string(),
  rating: Rating.nullable(),
})
export type EarlierTalk = z.infer<typeof EarlierTalk>

/** What stands beside a conversation. */
export const About = z.object({
  /** Newest first, as far as they are kept. */
  pages: z.array(PageView),
  /** Newest first; not the closing that it is closed by now. */
  earlier: z.array(EarlierTalk),
  /**
   * Others in reach whose visitor gave the same address, last activity first. Nobody has proven that it is theirs.
   */
  sameAddress: z.array(ConversationForAgent),
})
export type About = z.infer<typeof About>

/** Who the visitor is, as an agent has found out. */
export const DescribeVisitor = z.strictObject({ name: Name.nullable(), email: Email.nullable() })
export type DescribeVisitor = z.infer<typeof DescribeVisitor>

const ofConversation = z.object({ organisationId: OrganisationId, conversationId: ConversationId })

export const aboutRoutes = defineRoutes({
  'GET /organisations/:organisationId/conversations/:conversationId/about': {
    summary: 'The pages its visitor has seen, their earlier talks, and conversations under the same address',
    who: 'agent',
    key: 'conversations:read',
    params: ofConversation,
    reply: About,
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/visitor': {
    summary: 'Say who the visitor is',
    who: 'agent',
    key: 'conversations:write',
    params: ofConversation,
    body: DescribeVisitor,
    reply: ConversationForAgent,
    refuses: ['access.inactive'],
  },
})
