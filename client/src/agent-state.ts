import type { Colleague } from '#contract/agents.ts'
import type { ConversationForAgent, Inbox, Thread } from '#contract/conversations.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import {
  type LoadedMessages,
  withAnswered,
  withNewestPage,
  withOlderPage,
  withoutOlder,
  withRewritten,
  withStreamed,
} from './threads.ts'

/** Nothing of it is known yet. */
const emptyThread: ThreadState = { messages: [], more: true, ahead: [], loaded: false }

export interface ThreadState extends LoadedMessages<MessageForAgent> {
  /** False while only what comes by events is collected, until the first page is there. */
  readonly loaded: boolean
  /** The conversation's version up to which every rewriting of these messages was heard; absent: none was loaded. */
  readonly asOf?: number
}

/** A conversation with its newest messages: there are none beyond them. */
export type NewestThread = Omit<Thread, 'newer'>

/** What an agent's screens know. Never changed in place: a part that is the same object has not changed. */
export interface AgentState {
  /** Those in reach: pending and open ones, and closed ones as far as they are loaded. */
  readonly conversations: ReadonlyMap<ConversationId, ConversationForAgent>
  /** Those that left the reach, with the version they left at, so that late news of them is not shown. */
  readonly left: ReadonlyMap<ConversationId, number>
  /** Messages of the conversations that are looked at. */
  readonly threads: ReadonlyMap<ConversationId, ThreadState>
  readonly colleagues: ReadonlyMap<AgentId, Colleague>
  readonly subAccounts: readonly SubAccount[]
  readonly channels: Inbox['channels']
  readonly questionnaires: Inbox['questionnaires']
  /** Whether a list has more than is loaded. */
  readonly more: Inbox['more']
  /** Of the snapshot it began with: what was known in another epoch was undone by a restored backup. */
  readonly epoch: string | null
}

/**
 * The state a fresh load shows. Threads that are looked at stay, with their conversations; whether they have fallen
 * behind, `isBehind` says.
 */
export function fromSnapshot(inbox: Inbox, earlier?: AgentState): AgentState {
  const epoch = inbox.cursors[0]?.epoch ?? null
  const known = earlier?.epoch === epoch ? earlier : undefined
  const looked = [...(known?.threads.keys() ?? [])].flatMap((id) => known?.conversations.get(id) ?? [])
  const conversations = new Map(looked.map((conversation) => [conversation.id, conversation]))
  for (const conversation of [...inbox.pending, ...inbox.open, ...inbox.closed, ...inbox.mentioned]) {
    conversations.set(conversation.id, fresher(known?.conversations.get(conversation.id), conversation))
  }
  return {
    conversations,
    left: new Map(),
    threads: known?.threads ?? forgotten(earlier),
    colleagues: new Map(inbox.colleagues.map((colleague) => [colleague.id, colleague])),
    subAccounts: inbox.subAccounts,
    channels: inbox.channels,
    questionnaires: inbox.questionnaires,
    more: inbox.more,
    epoch,
  }
}

/** Threads that are looked at, as if nothing of them had been loaded. */
const forgotten = (earlier: AgentState | undefined): AgentState['threads'] =>
  new Map([...(earlier?.threads.keys() ?? [])].map((id) => [id, emptyThread]))

/** `settings.changed`, `appointments.changed`, `appointment.called`, `memberships.changed` and `access.changed` change nothing here: whoever shows what they tell of fetches it anew. */
export function applyEvent(state: AgentState, event: AgentEvent): AgentState {
  switch (event.type) {
    case 'conversation.changed':
      return withStreamedMessages(withConversation(state, event.conversation), event.conversation, event.messages)
    case 'conversation.left':
      return leave(state, event.conversationId, event.version)
    case 'colleague.changed':
      return { ...state, colleagues: new Map(state.colleagues).set(event.colleague.id, event.colleague) }
    case 'colleague.left':
      return { ...state, colleagues: without(state.colleagues, event.agentId) }
    case 'settings.changed':
    case 'appointments.changed':
    case 'appointment.called':
    case 'memberships.changed':
    case 'access.changed':
      return state
    default:
      // A newer server's event: nothing that this page could show.
      event satisfies never
      return state
  }
}

/** A conversation as some answer shows it: kept if it is news. */
export function withConversation(state: AgentState, offered: ConversationForAgent): AgentState {
  if (offered.version <= (state.left.get(offered.id) ?? -1)) return state
  const known = state.conversations.get(offered.id)
  if (newer(known, offered) === known) return state
  return {
    ...state,
    conversations: new Map(state.conversations).set(offered.id, offered),
    left: without(state.left, offered.id),
  }
}

/** Starts to collect a conversation's messages; do it before fetching them, so that none falls between. */
export function trackThread(state: AgentState, id: ConversationId): AgentState {
  if (state.threads.has(id)) return state
  return withThreadState(state, id, emptyThread)
}

/** The answer to fetching a conversation. */
export function withThread(state: AgentState, { conversation, messages, more }: NewestThread): AgentState {
  const next = withConversation(trackThread(state, conversation.id), conversation)
  const page = { messages, more }
  return changeThread(next, conversation.id, (thread) => {
    const isRewritten = thread.asOf !== undefined && conversation.rewrittenVersion > thread.asOf
    return {
      ...withNewestPage(isRewritten ? withoutOlder(thread, page) : thread, page),
      loaded: true,
      asOf: Math.max(thread.asOf ?? 0, conversation.version),
    }
  })
}

/**
 * The answer to fetching a conversation anew, beside the lists of a snapshot and after them: what its reader may do with it can have
 * changed while it did not.
 */
export function withThreadAnew(state: AgentState, thread: NewestThread): AgentState {
  const { conversation } = thread
  const asked = fresher(state.conversations.get(conversation.id), conversation)
  const conversations = new Map(state.conversations).set(conversation.id, asked)
  return withThread({ ...state, conversations }, thread)
}

/** The page before the first loaded message. One that was asked for before a snapshot made a hole is left out. */
export function withOlder(
  state: AgentState,
  id: ConversationId,
  page: { messages: readonly MessageForAgent[]; more: boolean },
): AgentState {
  return changeThread(state, id, (thread) => {
    const joins = page.messages.at(-1)?.seq === (thread.messages[0]?.seq ?? 0) - 1
    return joins || page.messages.length === 0 ? withOlderPage(thread, page) : thread
  })
}

/** The answer to a sent message. */
export function withSent(
  state: AgentState,
  { message, conversation }: { message: MessageForAgent; conversation: ConversationForAgent | null },
): AgentState {
  // Out of reach: what is shown of it comes and goes by events.
  if (!conversation) return state
  return changeThread(withConversation(state, conversation), conversation.id, (thread) => withAnswered(thread, message))
}

/** The answer to a rewriting. */
export function withRewording(
  state: AgentState,
  reply: { message: MessageForAgent; conversation: ConversationForAgent },
): AgentState {
  return changeThread(withConversation(state, reply.conversation), reply.conversation.id, (thread) =>
    withRewritten(thread, reply.message),
  )
}

/** Nobody looks at it any more. */
export function forgetThread(state: AgentState, id: ConversationId): AgentState {
  return { ...state, threads: without(state.threads, id) }
}

/** It turned out to be out of reach. */
export const withoutConversation = (state: AgentState, id: ConversationId): AgentState => ({
  ...forgetThread(state, id),
  conversations: without(state.conversations, id),
})

/** Whether a thread lacks messages the conversation has: fetch it anew. To be asked once the connection is live. */
export function isBehind(state: AgentState, id: ConversationId): boolean {
  const thread = state.threads.get(id)
  const lastSeq = state.conversations.get(id)?.lastSeq ?? 0
  return thread !== undefined && (!thread.loaded || (thread.messages.at(-1)?.seq ?? 0) < lastSeq)
}

function withStreamedMessages(
  state: AgentState,
  { id, version }: ConversationForAgent,
  messages: readonly MessageForAgent[],
): AgentState {
  return changeThread(state, id, (thread) => ({
    ...withStreamed(thread, messages),
    ...(thread.asOf !== undefined && { asOf: Math.max(thread.asOf, version) }),
  }))
}

function leave(state: AgentState, id: ConversationId, version: number): AgentState {
  if (version < (state.conversations.get(id)?.version ?? 0)) return state
  return {
    ...state,
    conversations: without(state.conversations, id),
    threads: without(state.threads, id),
    left: new Map(state.left).set(id, version),
  }
}

function changeThread(state: AgentState, id: ConversationId, change: (thread: ThreadState) => ThreadState): AgentState {
  const thread = state.threads.get(id)
  return thread ? withThreadState(state, id, change(thread)) : state
}

function withThreadState(state: AgentState, id: ConversationId, thread: ThreadState): AgentState {
  return { ...state, threads: new Map(state.threads).set(id, thread) }
}

/** Of one version the one that was asked for later: archiving a sub-account moves closed conversations without a word of each. */
function fresher(known: ConversationForAgent | undefined, asked: ConversationForAgent): ConversationForAgent {
  return known && known.version > asked.version ? known : asked
}

function newer(known: ConversationForAgent | undefined, offered: ConversationForAgent): ConversationForAgent {
  return known && known.version >= offered.version ? known : offered
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map
  const next = new Map(map)
  next.delete(key)
  return next
}
