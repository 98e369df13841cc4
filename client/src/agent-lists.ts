import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationState } from '#contract/vocabulary.ts'
import type { AgentState } from './agent-state.ts'

export type Lists = Record<ConversationState, readonly ConversationForAgent[]>

const made = new WeakMap<AgentState['conversations'], Lists>()

/**
 * The three lists in their order: pending, oldest first; open, last activity first; closed, most recently closed first.
 * The same lists as long as no conversation changes.
 */
export function listsOf({ conversations }: AgentState): Lists {
  const known = made.get(conversations)
  if (known) return known
  const lists: Record<ConversationState, ConversationForAgent[]> = { pending: [], open: [], closed: [] }
  for (const conversation of conversations.values()) lists[conversation.state].push(conversation)
  lists.pending.sort((one, other) => compare(one.stateSince, other.stateSince) || compare(one.id, other.id))
  lists.open.sort((one, other) => compare(other.lastActivityAt, one.lastActivityAt) || compare(other.id, one.id))
  lists.closed.sort((one, other) => compare(other.stateSince, one.stateSince) || compare(other.id, one.id))
  made.set(conversations, lists)
  return lists
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
