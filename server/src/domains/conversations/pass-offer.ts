import type { ConversationId } from '#contract/ids.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Acted, type ActNeeds, actOnConversation } from './act-on-conversation.ts'
import { scopeOf } from './events.ts'
import { passOn } from './offer.ts'

/**
 * Whoever is offered a conversation lets it go to the next. What is not, or no longer, offered to them stays as it is.
 *
 * @refuses request.not-found | access.inactive
 */
export const passOffer = (by: Actor, id: ConversationId, needs: ActNeeds): Promise<Acted> =>
  actOnConversation(by, id, needs, ({ actor, conversation }) => {
    authorise(actor, 'conversations.read', scopeOf(conversation))
    return conversation.offer?.agentId === actor.agentId ? passOn(conversation) : null
  })
