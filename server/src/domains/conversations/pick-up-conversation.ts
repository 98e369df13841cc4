import type { ConversationId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Acted, type ActNeeds, takeConversation } from './act-on-conversation.ts'
import { asAssignee, pickUp } from './conversation.ts'
import { scopeOf } from './events.ts'
import { takeRoom } from './take-room.ts'

/**
 * Takes a pending conversation: "Conversation prise en charge" on both sides. Of two at once one gets it, and the other is told who.
 * Taking what one already has changes nothing.
 *
 * @refuses request.not-found | access.inactive | access.refused | conversations.taken | conversations.closed
 *   | conversations.limit-reached
 */
export const pickUpConversation = (by: Actor, id: ConversationId, needs: ActNeeds): Promise<Acted> =>
  takeConversation(by, id, needs, async ({ actor, conversation, moment, tx }) => {
    const scope = scopeOf(conversation)
    if (conversation.state === 'open' && conversation.assignee) {
      if (conversation.assignee.id === actor.agentId) return null
      // Who could have taken it a moment ago may know who did.
      if (may(actor, 'conversations.pick-up', { ...scope, state: 'pending', assigneeId: null }))
        throw refusal('conversations.taken', { details: { by: conversation.assignee.name } })
    }
    if (conversation.state === 'closed' && may(actor, 'conversations.read', scope))
      throw refusal('conversations.closed')
    authorise(actor, 'conversations.pick-up', scope)
    await takeRoom(tx, actor)
    return pickUp(conversation, asAssignee(actor), moment)
  })
