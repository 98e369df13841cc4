import type { ConversationId } from '#contract/ids.ts'
import type { RewriteWords } from '#contract/words.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Acted, type ActNeeds, actOnConversation, type Held } from './act-on-conversation.ts'
import { rewrite } from './conversation.ts'
import { scopeOf } from './events.ts'
import { isChangeable, type Message } from './message.ts'
import { findMessage } from './message-store.ts'

/**
 * Other words in place of one's own, for a day; what stood there is kept. The same words again change nothing.
 *
 * @refuses request.not-found | access.inactive | messages.not-yours | messages.too-old | messages.deleted
 *   | messages.changed-meanwhile
 */
export async function rewriteWords(
  by: Actor,
  { conversationId, seq, text, version }: RewriteWords & { conversationId: ConversationId; seq: number },
  needs: ActNeeds,
): Promise<Acted & { message: Message }> {
  let message: Message | undefined
  const acted = await actOnConversation(by, conversationId, needs, async (held) => {
    message = await ownWords(held, seq)
    if (message.deletedAt) throw refusal('messages.deleted')
    if (message.text === text) return null
    if (message.version !== version) throw refusal('messages.changed-meanwhile')
    const change = rewrite(held.conversation, message, text, held.moment)
    message = change.rewritten?.after
    return change
  })
  if (!message) throw new Error('words that were rewritten cannot be found')
  return { ...acted, message }
}

/**
 * Words of the actor's own that can still be changed. A message that is not there, and one that is no words, are alike.
 *
 * @refuses request.not-found | messages.not-yours | messages.too-old
 */
export async function ownWords({ actor, conversation, moment, tx }: Held, seq: number): Promise<Message> {
  const scope = scopeOf(conversation)
  authorise(actor, 'conversations.read', scope)
  const message = await findMessage(tx, { conversationId: conversation.id, seq })
  if (!message || message.kind === 'notice') throw refusal('request.not-found')
  const isAgents = message.author === 'agent'
  // An agent's messages are written with their id.
  const authorId = isAgents ? (message.authorId as Actor['agentId']) : null
  authorise(actor, 'conversations.rewrite', { conversation: scope, authorId })
  if (!isChangeable(message, moment.now)) throw refusal('messages.too-old')
  return message
}
