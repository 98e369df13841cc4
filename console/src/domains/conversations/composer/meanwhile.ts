import type { AgentId, ConversationId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'

/** How far each conversation had come when the reply that stands in its composer was begun. */
const begunAt = new Map<ConversationId, number>()

/** The reply is this long now; what stood in the thread when it was begun has been seen. */
export function followReply(id: ConversationId, { text, lastSeq }: { text: string; lastSeq: number }): void {
  if (text.trim() === '') begunAt.delete(id)
  else if (!begunAt.has(id)) begunAt.set(id, lastSeq)
}

/** Whatever stands in the thread now has been seen. */
export const seeAll = (id: ConversationId, lastSeq: number): void => void begunAt.set(id, lastSeq)

export const begunSeq = (id: ConversationId): number | undefined => begunAt.get(id)

/** The colleague who answered the visitor last, after a message; null: nobody did. */
export function answeredSince(messages: readonly MessageForAgent[], seq: number, me: AgentId): string | null {
  const answer = messages.findLast(
    ({ author, kind, ...message }) =>
      message.seq > seq && kind === 'text' && author.kind === 'agent' && author.agentId !== me,
  )
  return answer?.author.kind === 'agent' ? answer.author.name : null
}
