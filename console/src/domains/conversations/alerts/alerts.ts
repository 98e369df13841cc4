import type { AgentState } from '#client/agent-state.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentId } from '#contract/ids.ts'

/** Something that calls for an agent: somebody began to wait, or wrote in a conversation of theirs. */
export interface Alert {
  kind: 'waiting' | 'message'
  conversation: ConversationForAgent
}

/** What happened between two states that calls for this agent. A conversation that was waiting already is no news. */
export function alertsBetween(before: AgentState, after: AgentState, me: AgentId): Alert[] {
  if (before.conversations === after.conversations) return []
  const alerts: Alert[] = []
  for (const conversation of after.conversations.values()) {
    const known = before.conversations.get(conversation.id)
    if (known === conversation) continue
    if (conversation.state === 'pending' && conversation.may.pickUp && known?.state !== 'pending') {
      alerts.push({ kind: 'waiting', conversation })
    } else if (conversation.state === 'open' && conversation.assigneeId === me && hasSpoken(conversation, known)) {
      alerts.push({ kind: 'message', conversation })
    }
  }
  return alerts
}

/** Whether the visitor wrote since; what they wrote before one knew of the conversation was theirs who had it. */
function hasSpoken({ lastMessage, unread }: ConversationForAgent, known: ConversationForAgent | undefined): boolean {
  if (lastMessage?.by !== 'visitor' || lastMessage.kind !== 'text' || unread === 0) return false
  return known !== undefined && lastMessage.seq > (known.lastMessage?.seq ?? 0)
}

export interface Reader {
  /** The page is in sight, its window in use. */
  isWatching: boolean
  openedId: string | null
  availability: 'available' | 'away'
}

/** Whether an alert is worth a sound, and whether it is worth a notification over other windows. */
export function loudness({ kind, conversation }: Alert, reader: Reader): { sound: boolean; desktop: boolean } {
  const isBeforeTheirEyes = reader.isWatching && reader.openedId === conversation.id
  const isUnwanted = kind === 'waiting' && reader.availability === 'away'
  const isLoud = !isBeforeTheirEyes && !isUnwanted
  return { sound: isLoud, desktop: isLoud && !reader.isWatching }
}
