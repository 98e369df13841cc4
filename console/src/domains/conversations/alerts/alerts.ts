import type { AgentState } from '#client/agent-state.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentId } from '#contract/ids.ts'
import type { ConversationCall } from '#contract/vocabulary.ts'

/** Something that calls for an agent. */
export interface Alert {
  kind: ConversationCall
  conversation: ConversationForAgent
}

/** What happened between two states that calls for this agent. A conversation that was waiting already is no news. */
export function alertsBetween(before: AgentState, after: AgentState, me: AgentId): Alert[] {
  if (before.conversations === after.conversations) return []
  const alerts: Alert[] = []
  for (const conversation of after.conversations.values()) {
    const known = before.conversations.get(conversation.id)
    const kind = known === conversation ? null : calledFor(conversation, known, me)
    if (kind) alerts.push({ kind, conversation })
  }
  return alerts
}

function calledFor(now: ConversationForAgent, known: ConversationForAgent | undefined, me: AgentId) {
  if (now.state === 'pending' && now.may.pickUp) {
    if (now.offer?.toYou) return known?.offer?.toYou ? null : 'offered'
    return now.offer === null && known?.state !== 'pending' ? 'waiting' : null
  }
  if (now.state !== 'open' || now.assigneeId !== me) return null
  if (now.transferredBy && known?.assigneeId !== me) return 'transferred'
  return hasSpoken(now, known) ? 'message' : null
}

/** What no longer calls: read, taken by somebody else, closed, out of reach. Notifications of it go away. */
export function settledBetween(before: AgentState, after: AgentState, me: AgentId): string[] {
  if (before.conversations === after.conversations) return []
  const called = [...before.conversations.values()].filter((one) => isCalling(one, me))
  return called.flatMap(({ id }) => {
    const now = after.conversations.get(id)
    return now && isCalling(now, me) ? [] : [id]
  })
}

const isCalling = ({ state, may, offer, assigneeId, unread, mentions }: ConversationForAgent, me: AgentId): boolean =>
  mentions.unread.length > 0 ||
  (state === 'pending'
    ? may.pickUp && (offer === null || offer.toYou)
    : state === 'open' && assigneeId === me && unread > 0)

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
  const isUnwanted = (kind === 'waiting' || kind === 'offered') && reader.availability === 'away'
  const isLoud = !isBeforeTheirEyes && !isUnwanted
  return { sound: isLoud, desktop: isLoud && !reader.isWatching }
}
