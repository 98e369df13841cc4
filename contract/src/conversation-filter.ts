import * as z from 'zod'
import { AgentId, ChannelId, QuestionnaireId, SubAccountId } from './ids.ts'
import { Instant, Language } from './text.ts'

/** Narrows a list of conversations to those that all of it holds for. Nothing given: every one in reach. */
export const ConversationFilter = z.strictObject({
  subAccountId: SubAccountId.optional(),
  channelId: ChannelId.optional(),
  /** Who answers, or who answered last. */
  assigneeId: AgentId.optional(),
  language: Language.optional(),
  /** With a note that names the reader. */
  mentioned: z.literal('me').optional(),
  /** The one it began with. */
  questionnaireId: QuestionnaireId.optional(),
  /** Closed since then; said since then, where messages are searched. */
  from: Instant.optional(),
  /** Before then. */
  until: Instant.optional(),
})
export type ConversationFilter = z.infer<typeof ConversationFilter>
