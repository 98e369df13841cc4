import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import type { ConversationCall } from '#contract/vocabulary.ts'
import type { ConversationScope } from '../access/index.ts'

/** A conversation changed, as one agent is shown it. */
export interface Seen {
  /** What it was before; null: it is new. */
  before: ConversationScope | null
  conversation: ConversationForAgent
  /** Those this change added. */
  messages: readonly MessageForAgent[]
}

/** What a change calls an agent for, the most pressing first; null: for nothing. Nobody is called by what they did themselves. */
export function calledFor({ before, conversation, messages }: Seen, me: AgentId): ConversationCall | null {
  const mine = conversation.state === 'open' && conversation.assigneeId === me
  const others = messages.filter(({ author }) => author.kind !== 'agent' || author.agentId !== me)
  if (mine && others.some(({ notice }) => notice === 'transferred')) return 'transferred'
  if (mine && before?.assigneeId === me && others.some(isVisitorsWords)) return 'message'
  if (others.some(({ mentions, version }) => version === 1 && mentions.includes(me))) return 'mention'
  if (!isForMe(conversation)) return null
  if (conversation.offer) return 'offered'
  return before?.state === 'pending' ? null : 'waiting'
}

/** It waits for this reader: what is offered to somebody else first does not. */
const isForMe = ({ state, may, offer }: ConversationForAgent): boolean =>
  state === 'pending' && may.pickUp && (offer === null || offer.toYou)

const isVisitorsWords = ({ kind, author }: MessageForAgent): boolean => kind === 'text' && author.kind === 'visitor'

/** Whether what somebody was called for still calls, now that the conversation has gone on. */
export function stillCalls(
  kind: ConversationCall,
  { seq, me }: { seq: number; me: AgentId },
  now: ConversationForAgent,
): boolean {
  if (kind === 'waiting' || kind === 'offered') return isForMe(now)
  if (kind === 'mention') return now.mentions.unread.length > 0
  return now.state === 'open' && now.assigneeId === me && now.agentReadSeq < seq
}
