import type { NewEvent } from '#server/platform/events/events.ts'
import type { ConversationScope } from '../access/index.ts'
import type { Conversation } from '../conversations/index.ts'

/** Whether what happened may make somebody able to take what waits, or no longer: a message in an open conversation does not. */
export function concernsRouting({ type, payload }: Pick<NewEvent, 'type' | 'payload'>): boolean {
  if (type !== 'conversation.changed') return always.includes(type)
  // Written by conversationChanged alone.
  const { before, conversation } = payload as {
    before: Pick<ConversationScope, 'state' | 'assigneeId'> | null
    conversation: Pick<Conversation, 'state' | 'offer' | 'assignee'>
  }
  if (conversation.state === 'pending') return conversation.offer === null
  return before?.state !== conversation.state || before.assigneeId !== (conversation.assignee?.id ?? null)
}

const always = ['colleague.changed', 'colleague.left', 'access.changed', 'settings.changed', 'conversation.moved-away']
