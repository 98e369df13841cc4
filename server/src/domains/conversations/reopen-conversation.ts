import type { ConversationId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type ActNeeds, actOnConversation } from './act-on-conversation.ts'
import { asAssignee, type Conversation, reopen } from './conversation.ts'
import { scopeOf } from './events.ts'

/**
 * Takes a closed conversation up again, as one's own. Reopening what one has open changes nothing.
 *
 * @refuses request.not-found | access.inactive | access.refused | conversations.taken
 */
export const reopenConversation = (by: Actor, id: ConversationId, needs: ActNeeds): Promise<Conversation> =>
  actOnConversation(by, id, needs, ({ actor, conversation, moment }) => {
    const scope = scopeOf(conversation)
    if (conversation.state === 'open' && may(actor, 'conversations.read', scope)) {
      if (conversation.assignee?.id === actor.agentId) return null
      throw refusal('conversations.taken', { details: { by: conversation.assignee?.name } })
    }
    authorise(actor, 'conversations.reopen', scope)
    return reopen(conversation, asAssignee(actor), moment)
  })
