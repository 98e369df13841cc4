import type { ConversationId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Acted, type ActNeeds, takeConversation } from './act-on-conversation.ts'
import { asAssignee, reopen } from './conversation.ts'
import { scopeOf } from './events.ts'
import { takeRoom } from './take-room.ts'

/**
 * Takes a closed conversation up again, as one's own. Reopening what one has open changes nothing.
 *
 * @refuses request.not-found | access.inactive | access.refused | conversations.taken
 *   | conversations.limit-reached
 */
export const reopenConversation = (by: Actor, id: ConversationId, needs: ActNeeds): Promise<Acted> =>
  takeConversation(by, id, needs, async ({ actor, conversation, moment, tx }) => {
    const scope = scopeOf(conversation)
    if (conversation.state === 'open' && may(actor, 'conversations.read', scope)) {
      if (conversation.assignee?.id === actor.agentId) return null
      throw refusal('conversations.taken', { details: { by: conversation.assignee?.name } })
    }
    authorise(actor, 'conversations.reopen', scope)
    await takeRoom(tx, actor)
    return reopen(conversation, asAssignee(actor), moment)
  })
