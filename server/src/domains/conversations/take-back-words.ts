import type { ConversationId } from '#contract/ids.ts'
import type { Actor } from '../callers.ts'
import { attachFiles } from '../files/index.ts'
import { type Acted, type ActNeeds, actOnConversation } from './act-on-conversation.ts'
import { takeBack } from './conversation.ts'
import type { Message } from './message.ts'
import { ownWords } from './rewrite-words.ts'

/**
 * Takes back words of one's own, for a day: text and files are gone for everybody, and visitors can no longer fetch the files. That
 * there was something stays to be seen. Taking back twice changes nothing.
 *
 * @refuses request.not-found | access.inactive | messages.not-yours | messages.too-old
 */
export async function takeBackWords(
  by: Actor,
  { conversationId, seq }: { conversationId: ConversationId; seq: number },
  needs: ActNeeds,
): Promise<Acted & { message: Message }> {
  let message: Message | undefined
  const acted = await actOnConversation(by, conversationId, needs, async (held) => {
    message = await ownWords(held, seq)
    if (message.deletedAt) return null
    const fileIds = message.files.map(({ id }) => id)
    if (fileIds.length > 0) held.tx.last(attachFiles(held.tx, fileIds, { conversationId, seq, audience: 'agents' }))
    const change = takeBack(held.conversation, message, held.moment)
    message = change.rewritten?.after
    return change
  })
  if (!message) throw new Error('words that were taken back cannot be found')
  return { ...acted, message }
}
