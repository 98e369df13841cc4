import { type AgentState, fromSnapshot } from '#client/agent-state.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentId, ChannelId, ConversationId, MessageId, SubAccountId, VisitorId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'

// Ids of tests are made from one letter; brands are only the compiler's.
const uuid = (kind: string, letter: string) => `00000000-0000-7000-8000-${kind}0000000000${letter}`

export const conversationId = (letter: string) => uuid('c', letter) as ConversationId
export const ada = uuid('a', 'a') as AgentId
export const ben = uuid('a', 'b') as AgentId

/** A conversation with Vera, open with Ada, in which nothing is unread. */
export function conversation(change: Partial<ConversationForAgent> = {}): ConversationForAgent {
  return {
    id: conversationId('1'),
    version: 1,
    subAccountId: uuid('5', '1') as SubAccountId,
    channelId: uuid('4', '1') as ChannelId,
    state: 'open',
    assigneeId: ada,
    assigneeName: 'Ada Lefèvre',
    transferredBy: null,
    offer: null,
    visitor: { id: uuid('e', 'e') as VisitorId, name: 'Vera Novak', email: null },
    language: 'fr',
    questionnaireId: null,
    page: null,
    pagesSeen: 0,
    lastSeq: 0,
    rewrittenVersion: 0,
    visitorReadSeq: 0,
    agentReadSeq: 0,
    lastMessage: null,
    unread: 0,
    mentions: { times: 0, unread: [] },
    closing: null,
    createdAt: '2026-03-02T10:00:00.000Z',
    stateSince: '2026-03-02T10:00:00.000Z',
    lastActivityAt: '2026-03-02T10:00:00.000Z',
    may: {
      pickUp: false,
      write: true,
      note: true,
      close: true,
      reopen: false,
      explain: false,
      transfer: true,
      readVersions: true,
      sendTranscript: true,
    },
    ...change,
  }
}

/** Vera's words number `seq`, said so many minutes after ten. */
export function message(seq: number, minute: number, change: Partial<MessageForAgent> = {}): MessageForAgent {
  return {
    id: uuid('3', String(seq % 10)) as MessageId,
    conversationId: conversationId('1'),
    seq,
    clientMessageId: null,
    kind: 'text',
    text: `words ${seq}`,
    files: [],
    notice: null,
    score: null,
    subject: null,
    appointment: null,
    proposedReasonId: null,
    mentions: [],
    author: { kind: 'visitor' },
    sentAt: new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString(),
    version: 1,
    editedAt: null,
    deletedAt: null,
    ...change,
  }
}

export const byAda = { author: { kind: 'agent', agentId: ada, name: 'Ada Lefèvre' } } as const
export const byBen = { author: { kind: 'agent', agentId: ben, name: 'Ben Costa' } } as const

/** What is known after a first load that brought these. */
export function knowing(
  conversations: readonly ConversationForAgent[],
  more: Partial<AgentState['more']> = {},
): AgentState {
  const those = (state: ConversationForAgent['state']) => conversations.filter((each) => each.state === state)
  return fromSnapshot({
    cursors: [],
    pending: those('pending'),
    open: those('open'),
    closed: those('closed'),
    mentioned: conversations.filter(({ mentions }) => mentions.unread.length > 0),
    more: { pending: false, open: false, closed: false, ...more },
    colleagues: [],
    subAccounts: [],
    channels: [],
    questionnaires: [],
  })
}
