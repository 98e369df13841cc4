import type { AgentEvent, VisitorEvent } from '#contract/events.ts'
import type { ConversationId, SubAccountId } from '#contract/ids.ts'
import type { Instant } from '#contract/text.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { NewEvent, NumberedEvent } from '#server/platform/events/events.ts'
import { type ConversationScope, may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Change, Conversation } from './conversation.ts'
import type { Message } from './message.ts'
import { conversationForAgent, conversationForVisitor, messageForAgent, messagesForVisitor } from './present.ts'
import { readScopes } from './store.ts'
import { inWordsOfNow, readWordsNow, type WordsNow } from './words-now.ts'

/** What an event keeps: facts of the conversation and of what was added, and who could see it before. */
interface Payload {
  /** Null when it is new. */
  before: ConversationScope | null
  conversation: Json<Conversation>
  messages: Json<Message>[]
}

/** Instants are text once stored. */
type Json<T> = { [K in keyof T]: T[K] extends Date ? Instant : T[K] }

/**
 * A conversation is new or changed. It is told on its sub-account's stream, to those who may read it now or could before,
 * and on its own stream, to its visitor. The choice is made when it is read: rights may have changed by then.
 */
export const conversationChanged = (
  before: Conversation | null,
  { conversation, messages, rewritten }: Change,
): NewEvent => ({
  stream: `sub-account:${conversation.subAccountId}`,
  type: 'conversation.changed',
  payload: {
    before: before && scopeOf(before),
    conversation,
    messages: rewritten ? [...messages, rewritten.after] : messages,
  },
  conversation: { id: conversation.id, version: conversation.version },
})

/**
 * A conversation went to another sub-account: told on the stream of the one it left, to those who do not follow where it went.
 * They are told that it left, if they saw it, and nothing more.
 */
export const conversationMovedAway = (before: Conversation, { conversation }: Change): NewEvent => ({
  stream: `sub-account:${before.subAccountId}`,
  type: 'conversation.moved-away',
  payload: {
    before: scopeOf(before),
    to: conversation.subAccountId,
    id: conversation.id,
    version: conversation.version,
  } satisfies MovedAway,
})

interface MovedAway {
  before: ConversationScope
  to: SubAccountId
  id: ConversationId
  version: number
}

export const scopeOf = (conversation: Conversation): ConversationScope => ({
  subAccountId: conversation.subAccountId,
  state: conversation.state,
  assigneeId: conversation.assignee?.id ?? null,
  language: conversation.language,
  questionnaireId: conversation.questionnaireId,
})

/** What events of the past are seen by: who reaches what they tell of, and what its words say, now. */
export interface PastSeenNow {
  scopes: ReadonlyMap<ConversationId, ConversationScope>
  words: WordsNow
}

export async function readNow(tx: OrganisationTransaction, events: readonly NumberedEvent[]): Promise<PastSeenNow> {
  const told = events.filter(({ type }) => type === 'conversation.changed')
  const ids = [...new Set(told.map(({ payload }) => revive(payload).conversation.id))]
  const [scopes, words] = [await readScopes(tx, ids), await readWordsNow(tx, ids)]
  return { scopes, words }
}

export const agentViews = {
  /**
   * Whoever may read the conversation is shown the change. Out of reach: who saw it is told that it left, and nothing more; who
   * never saw it is told nothing. `now`: for a change of the past, by which it is decided what is in reach, and what it says.
   */
  'conversation.changed': (reader: Actor, stored: unknown, now?: PastSeenNow): AgentEvent | null => {
    const { before, conversation, messages } = inWordsOfNow(revive(stored), now?.words)
    const reaches = (scope: ConversationScope | null | undefined) =>
      scope != null && may(reader, 'conversations.read', scope)
    const then = scopeOf(conversation)
    if (reaches(now ? now.scopes.get(conversation.id) : then))
      return {
        type: 'conversation.changed',
        conversation: conversationForAgent(conversation, reader),
        messages: messages.map(messageForAgent),
      }
    if (reaches(before) || reaches(then))
      return { type: 'conversation.left', conversationId: conversation.id, version: conversation.version }
    return null
  },

  'conversation.moved-away': (reader: Actor, stored: unknown): AgentEvent | null => {
    // Written by conversationMovedAway alone.
    const { before, to, id, version } = stored as MovedAway
    if (may(reader, 'sub-accounts.read', { subAccountId: to })) return null
    return may(reader, 'conversations.read', before) ? { type: 'conversation.left', conversationId: id, version } : null
  },
}

/** `now`: for a change of the past. */
export const visitorView = (stored: unknown, now?: PastSeenNow): VisitorEvent => {
  const { conversation, messages } = inWordsOfNow(revive(stored), now?.words)
  return {
    type: 'conversation.changed',
    conversation: conversationForVisitor(conversation),
    messages: messagesForVisitor(messages),
  }
}

export function revive(stored: unknown): {
  before: ConversationScope | null
  conversation: Conversation
  messages: Message[]
} {
  // Written by conversationChanged alone.
  const { before, conversation, messages } = stored as Payload
  return {
    before,
    conversation: {
      ...conversation,
      // Events of before mentions were kept carry none.
      mentions: conversation.mentions ?? [],
      offer: conversation.offer && { ...conversation.offer, until: new Date(conversation.offer.until) },
      restsUntil: conversation.restsUntil && new Date(conversation.restsUntil),
      lastPick: conversation.lastPick && { ...conversation.lastPick, at: new Date(conversation.lastPick.at) },
      createdAt: new Date(conversation.createdAt),
      stateSince: new Date(conversation.stateSince),
      lastActivityAt: new Date(conversation.lastActivityAt),
    },
    messages: messages.map((message) => ({
      ...message,
      // Messages of before there were appointments say nothing of them.
      appointment: message.appointment ?? null,
      proposedReasonId: message.proposedReasonId ?? null,
      sentAt: new Date(message.sentAt),
      editedAt: message.editedAt && new Date(message.editedAt),
      deletedAt: message.deletedAt && new Date(message.deletedAt),
    })),
  }
}
