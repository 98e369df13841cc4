import type { Lists } from '#client/agent-lists.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import { type ConversationState, conversationStates } from '#contract/vocabulary.ts'

/** The cards of each list as they stood when a hand was laid on them. */
export type HeldIds = Record<ConversationState, readonly ConversationId[]>

export const idsOf = (lists: Lists): HeldIds => ({
  pending: lists.pending.map(({ id }) => id),
  open: lists.open.map(({ id }) => id),
  closed: lists.closed.map(({ id }) => id),
})

export interface ShownLists {
  lists: Lists
  /** Newcomers that are not shown yet. */
  waiting: number
}

/**
 * What is shown while a hand is on the lists: the cards that stood there, in the order they had, as they are now. What
 * has left a list is gone at once. `asked` is the conversation somebody opened: whatever list it moves to shows it, and
 * further pages of closed ones, which the hand itself asked for by scrolling, are no newcomers.
 */
export function holdLists(lists: Lists, held: HeldIds | null, asked: ConversationId | null): ShownLists {
  if (!held) return { lists, waiting: 0 }
  const shown = {
    pending: holdList(lists.pending, held.pending, asked),
    open: holdList(lists.open, held.open, asked),
    closed: holdList(lists.closed, held.closed, asked, true),
  }
  const waiting = conversationStates.reduce((sum, state) => sum + lists[state].length - shown[state].length, 0)
  return { lists: shown, waiting }
}

function holdList(
  list: readonly ConversationForAgent[],
  held: readonly ConversationId[],
  asked: ConversationId | null,
  growsAtItsEnd = false,
): readonly ConversationForAgent[] {
  if (asked && !held.includes(asked) && list.some(({ id }) => id === asked)) return list
  const byId = new Map(list.map((conversation) => [conversation.id, conversation]))
  const shown = held.flatMap((id) => byId.get(id) ?? [])
  if (!growsAtItsEnd) return shown
  const last = shown.at(-1)
  return last ? [...shown, ...list.slice(list.indexOf(last) + 1).filter(({ id }) => !held.includes(id))] : list
}
