import { type CompiledQuery, type ExpressionBuilder, sql } from 'kysely'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Actor } from '../callers.ts'
import type { Conversation } from './conversation.ts'
import { mentionsOf } from './mentioned.ts'

/** What of the index of mentions an act changed. To be sent with the commit. */
export function updateMentions(
  tx: OrganisationTransaction,
  before: Conversation | null,
  { id, mentions }: Conversation,
): CompiledQuery[] {
  const earlier = before?.mentions ?? []
  if (earlier === mentions) return []
  const agentIds = new Set([...earlier, ...mentions].map(({ agentId }) => agentId))
  return [...agentIds].flatMap((agentId) => {
    const [was, is] = [mentionsOf(earlier, agentId), mentionsOf(mentions, agentId)]
    if (is.times === 0) return [forget(tx, agentId, id)]
    const isUnread = is.unread.length > 0
    const isKnown = was.times > 0 && was.unread.length > 0 === isUnread
    return isKnown ? [] : [remember(tx, agentId, id, isUnread)]
  })
}

const remember = (tx: OrganisationTransaction, agentId: AgentId, conversationId: ConversationId, isUnread: boolean) =>
  tx.db
    .insertInto('mentions')
    .values({
      organisation_id: tx.organisationId,
      agent_id: agentId,
      conversation_id: conversationId,
      is_unread: isUnread,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'agent_id', 'conversation_id']).doUpdateSet({ is_unread: isUnread }),
    )
    .compile()

const forget = (tx: OrganisationTransaction, agentId: AgentId, conversationId: ConversationId) =>
  tx.db
    .deleteFrom('mentions')
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .where('conversation_id', '=', conversationId)
    .compile()

/**
 * The conversations that name somebody. Looked up first, whatever the planner guesses: they are as few as people wrote by hand, and a
 * walk through all that was ever closed must not look for them.
 */
export const whereMentioned =
  ({ organisationId, agentId }: Pick<Actor, 'organisationId' | 'agentId'>, { isUnread = false } = {}) =>
  (eb: ExpressionBuilder<Tables, 'conversations'>) => {
    const all = eb
      .selectFrom('mentions')
      .select('mentions.conversation_id')
      .where('mentions.organisation_id', '=', organisationId)
      .where('mentions.agent_id', '=', agentId)
    // Said to the planner, not as a value: its index holds these alone.
    const wanted = isUnread ? all.where(sql<boolean>`mentions.is_unread`) : all
    return sql<boolean>`conversations.id = any(array(${wanted}))`
  }
