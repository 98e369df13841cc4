import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'

/**
 * Whether a conversation is one of those the server would list by this filter. Its days are those of the closing; of a conversation that
 * is not closed, those of what happened last.
 */
export function passesFilter(conversation: ConversationForAgent, filter: ConversationFilter): boolean {
  const { subAccountId, channelId, assigneeId, language, questionnaireId, mentioned, from, until } = filter
  const at = conversation.state === 'closed' ? conversation.stateSince : conversation.lastActivityAt
  return (
    (subAccountId === undefined || subAccountId === conversation.subAccountId) &&
    (channelId === undefined || channelId === conversation.channelId) &&
    (assigneeId === undefined || assigneeId === conversation.assigneeId) &&
    (language === undefined || language === conversation.language) &&
    (questionnaireId === undefined || questionnaireId === conversation.questionnaireId) &&
    (mentioned === undefined || conversation.mentions.times > 0) &&
    (from === undefined || at >= from) &&
    (until === undefined || at < until)
  )
}

/** Whether everything passes. */
export const isWholeFilter = (filter: ConversationFilter): boolean =>
  Object.values(filter).every((value) => value === undefined)
