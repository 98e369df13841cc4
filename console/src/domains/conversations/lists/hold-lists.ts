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

/**
 * Lets the conversation somebody opened into the list it has moved to: that list is held as it stands now. Where no card
 * stood, none can jump, and everything is let in. The same object when there is nothing to let in.
 */
export function letIn(held: HeldIds, lists: Lists, asked: ConversationId | null): HeldIds {
  if (isEmpty(held)) return isEmpty(idsOf(lists)) ? held : idsOf(lists)
  const state = conversationStates.find((state) => lists[state].some(({ id }) => id === asked))
  if (asked === null || !state || held[state].includes(asked)) return held
  return { ...held, [state]: idsOf(lists)[state] }
}

const isEmpty = (ids: HeldIds) => conversationStates.every((state) => ids[state].length === 0)

/**
 * What is shown while a hand is on the lists: the cards that stood there, in the order they had, as they are now. What
 * has left a list is gone at once. Further pages of closed ones are no newcomers: the hand asked for them by scrolling.
 */
export function holdLists(lists: Lists, held: HeldIds): { lists: Lists; waiting: number } {
  const shown: Lists = {
    pending: holdList(lists.pending, held.pending),
    open: holdList(lists.open, held.open),
    closed: withFurtherPages(lists.closed, holdList(lists.closed, held.closed)),
  }
  const waiting = conversationStates.reduce((sum, state) => sum + lists[state].length - shown[state].length, 0)
  return { lists: shown, waiting }
}

function holdList(list: readonly ConversationForAgent[], held: readonly ConversationId[]) {
  const byId = new Map(list.map((conversation) => [conversation.id, conversation]))
  return held.flatMap((id) => byId.get(id) ?? [])
}

function withFurtherPages(list: readonly ConversationForAgent[], shown: readonly ConversationForAgent[]) {
  const last = shown.at(-1)
  return last ? [...shown, ...list.slice(list.indexOf(last) + 1)] : list
}
