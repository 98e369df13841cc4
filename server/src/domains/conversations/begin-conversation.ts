import type { ChannelId, ClientMessageId, FileId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { attachFiles } from '../files/index.ts'
import type { Visitor } from '../visitors/index.ts'
import { commitChange } from './commit-change.ts'
import { begun, type Conversation, hear, newConversation } from './conversation.ts'
import { insertConversation } from './store.ts'

export interface Beginning {
  visitor: Visitor
  channelId: ChannelId
  subAccountId: SubAccountId
  questionnaireId: QuestionnaireId | null
  language: string
  page: Conversation['page']
  /** What they say first, files held already; null: nothing yet, what they answered stands beside it. */
  words: { clientMessageId: ClientMessageId; text: string; files: readonly MessageFile[] } | null
}

/**
 * Begins a visitor's conversation, in the transaction of what led there. It waits from now on, and is told of like any other.
 *
 * @returns null when they have one already
 */
export async function beginConversation(
  tx: OrganisationTransaction,
  { words, page, ...first }: Beginning,
  { events, clock, ids }: Pick<Platform, 'events' | 'clock' | 'ids'>,
): Promise<Conversation | null> {
  const now = clock.now()
  const conversation = newConversation({ ...first, id: ids.conversation(), now })
  if (!(await insertConversation(tx, conversation))) return null
  const author = { kind: 'visitor' as const, id: first.visitor.id, name: null, shownName: null }
  const change = words
    ? hear(conversation, { ...words, author, page }, { now, newMessageId: ids.message })
    : begun(conversation, page)
  commitChange(tx, events, null, change)
  const fileIds = (words?.files ?? []).map(({ id }): FileId => id)
  if (fileIds.length > 0) {
    const message = { conversationId: conversation.id, seq: change.conversation.lastSeq }
    tx.last(attachFiles(tx, fileIds, { ...message, audience: 'everybody' }))
  }
  return change.conversation
}
