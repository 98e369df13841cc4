import type { ConversationsOfFiles } from '../files/index.ts'
import { findVisitor } from '../visitors/index.ts'
import { scopeOf } from './events.ts'
import { findMessage } from './message-store.ts'
import { findByVisitor, findConversation } from './store.ts'

/** What files ask to know who may send and have them. */
export const conversationsOfFiles: ConversationsOfFiles = {
  async scopeOf(tx, id) {
    const conversation = await findConversation(tx, id)
    return conversation && scopeOf(conversation)
  },
  async ofVisitor(tx, caller) {
    const visitor = await findVisitor(tx, caller)
    return visitor && (await findByVisitor(tx, visitor.id))?.id
  },
  async isTakenBack(tx, message) {
    return (await findMessage(tx, message))?.deletedAt != null
  },
}
