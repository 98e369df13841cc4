import type { DescribeVisitor } from '#contract/about.ts'
import type { ConversationId } from '#contract/ids.ts'
import { authorise } from '../../access/index.ts'
import type { Actor } from '../../callers.ts'
import { nameVisitor } from '../../visitors/index.ts'
import { type Acted, type ActNeeds, actOnConversation } from '../act-on-conversation.ts'
import { describeVisitor } from '../conversation.ts'
import { scopeOf } from '../events.ts'

/**
 * An agent writes down who the visitor is. Whoever may note something for colleagues may note this: the visitor is never shown it.
 *
 * @refuses request.not-found | access.inactive
 */
export const nameTheVisitor = (
  by: Actor,
  conversationId: ConversationId,
  known: DescribeVisitor,
  needs: ActNeeds,
): Promise<Acted> =>
  actOnConversation(by, conversationId, needs, async ({ actor, conversation, tx }) => {
    authorise(actor, 'conversations.note', scopeOf(conversation))
    const { id, name, email } = conversation.visitor
    if (known.name === name && known.email === email) return null
    await nameVisitor(tx, id, known)
    return describeVisitor(conversation, known)
  })
