import type { VisitorEvent } from '#contract/events.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import type { Cursor } from '#contract/streams.ts'
import type { ConversationForVisitor, VisitorThread } from '#contract/visitors.ts'
import {
  type LoadedMessages,
  shownMessages,
  withAnswered,
  withNewestPage,
  withOlderPage,
  withoutOlder,
  withStreamed,
} from './threads.ts'

/** What a visitor knows of their conversation. */
export interface VisitorState extends LoadedMessages<MessageForVisitor> {
  /** Null until the first message. */
  readonly conversation: ConversationForVisitor | null
  /** Of the snapshot it began with: what was known in another epoch was undone by a restored backup. */
  readonly epoch: string | null
}

export const emptyVisitorState: VisitorState = { conversation: null, messages: [], more: false, ahead: [], epoch: null }

/** The state a fresh load shows, and what was scrolled up to before, as far as it joins. */
export function fromSnapshot(thread: VisitorThread, known: VisitorState = emptyVisitorState): VisitorState {
  const { conversation } = thread
  if (conversation === null) return emptyVisitorState
  const epoch = thread.cursor?.epoch ?? null
  const continues = known.conversation?.id === conversation.id && (known.epoch ?? epoch) === epoch
  const before = continues ? known : emptyVisitorState
  const isRewritten = conversation.rewrittenVersion > (before.conversation?.version ?? 0)
  return {
    ...withNewestPage(isRewritten ? withoutOlder(before, thread) : before, thread),
    conversation: newer(before.conversation, conversation),
    epoch,
  }
}

export function applyEvent(state: VisitorState, event: VisitorEvent): VisitorState {
  switch (event.type) {
    case 'conversation.changed':
      if (state.conversation && state.conversation.id !== event.conversation.id) return state
      return { ...withStreamed(state, event.messages), conversation: newer(state.conversation, event.conversation) }
    default:
      // A newer server's event: nothing that this page could show.
      event.type satisfies never
      return state
  }
}

/** What the answer to a sent message says; the first one is the conversation's beginning. */
export function withSent(
  state: VisitorState,
  reply: { message: MessageForVisitor; conversation: ConversationForVisitor; cursor: Pick<Cursor, 'epoch'> },
): VisitorState {
  // Another conversation than the known one: that one is gone.
  const before = (state.conversation ?? reply.conversation).id === reply.conversation.id ? state : emptyVisitorState
  return {
    ...withAnswered(before, reply.message),
    conversation: newer(before.conversation, reply.conversation),
    epoch: before.epoch ?? reply.cursor.epoch,
  }
}

/** The page before a message; if that is no longer the first one, the page would leave a hole. */
export function withOlder(
  state: VisitorState,
  beforeSeq: number,
  page: { messages: readonly MessageForVisitor[]; more: boolean },
): VisitorState {
  return state.messages[0]?.seq === beforeSeq ? withOlderPage(state, page) : state
}

/** Messages of agents the visitor has not read, as far as they are loaded. */
export function unreadOf(state: VisitorState): number {
  const readSeq = state.conversation?.visitorReadSeq ?? 0
  return shownMessages(state).filter(
    ({ seq, kind, author }) => seq > readSeq && kind === 'text' && author.kind === 'agent',
  ).length
}

function newer(known: ConversationForVisitor | null, offered: ConversationForVisitor): ConversationForVisitor {
  return known && known.id === offered.id && known.version >= offered.version ? known : offered
}
