import type { ConversationId } from '#contract/ids.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Acted, type ActNeeds, actOnConversation } from './act-on-conversation.ts'
import { asAssignee, close } from './conversation.ts'
import { scopeOf } from './events.ts'

/**
 * Closes a conversation; closing a closed one changes nothing. The visitor may still write, which reopens it.
 *
 * @refuses request.not-found | access.inactive | conversations.not-yours
 */
export const closeConversation = (by: Actor, id: ConversationId, needs: ActNeeds): Promise<Acted> =>
  actOnConversation(by, id, needs, ({ actor, conversation, moment }) => {
    authorise(actor, 'conversations.close', scopeOf(conversation))
    if (conversation.state === 'closed') return null
    return close(conversation, asAssignee(actor), moment)
  })
