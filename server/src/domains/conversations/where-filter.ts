import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Actor } from '../callers.ts'
import { whereMentioned } from './mention-store.ts'

/** What a filter says of conversations themselves. Its days are read by who knows which instant is meant. */
export function whereFilter(filter: Omit<ConversationFilter, 'from' | 'until'>, reader: Actor) {
  const { subAccountId, channelId, assigneeId, language, questionnaireId, mentioned } = filter
  return (eb: ExpressionBuilder<Tables, 'conversations'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = []
    if (subAccountId) conditions.push(eb('conversations.sub_account_id', '=', subAccountId))
    if (channelId) conditions.push(eb('conversations.channel_id', '=', channelId))
    if (assigneeId) conditions.push(eb('conversations.assignee_id', '=', assigneeId))
    if (language) conditions.push(eb('conversations.language', '=', language))
    if (questionnaireId) conditions.push(eb('conversations.questionnaire_id', '=', questionnaireId))
    if (mentioned === 'me') conditions.push(whereMentioned(reader)(eb))
    return eb.and(conditions)
  }
}
