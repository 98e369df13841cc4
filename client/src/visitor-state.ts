import type { VisitorEvent } from '#contract/events.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import type { ConversationForVisitor, VisitorThread } from '#contract/visitors.ts'
import {
  type LoadedMessages,
  shownMessages,
  withAnswered,
  withNewestPage,
  withOlderPage,
  withStreamed,
} from './threads.ts'

/** What a visitor knows of their conversation. */
export interface VisitorState extends LoadedMessages<MessageForVisitor> {
  /** Null until the first message. */
  readonly conversation: ConversationForVisitor | null
}

export const emptyVisitorState: VisitorState = { conversation: null, messages: [], more: false, ahead: [] }

/** The state a fresh load shows, and what was scrolled up to before, as far as it joins. */
export function fromSnapshot(thread: VisitorThread, known: VisitorState = emptyVisitorState): VisitorState {
  const { conversation } = thread
  if (conversation === null) return emptyVisitorState
  if (known.conversation && known.conversation.id !== conversation.id) return fromSnapshot(thread)
  return { ...withNewestPage(known, thread), conversation: newer(known.conversation, conversation) }
}

export function applyEvent(state: VisitorState, event: VisitorEvent): VisitorState {
  switch (event.type) {
    case 'conversation.changed':
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
  reply: { message: MessageForVisitor; conversation: ConversationForVisitor },
): VisitorState {
  return { ...withAnswered(state, reply.message), conversation: newer(state.conversation, reply.conversation) }
}

export function withOlder(
  state: VisitorState,
  page: { messages: readonly MessageForVisitor[]; more: boolean },
): VisitorState {
  return withOlderPage(state, page)
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
