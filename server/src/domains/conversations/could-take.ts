import type { WhyBlocked, WhyNot } from '#contract/vocabulary.ts'
import { type ConversationScope, whyNotTheirs } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { hasRoom } from './take-room.ts'

/** What decides whether somebody takes a conversation now. */
export interface Taker {
  actor: Actor
  /** One of their consoles is connected. */
  present: boolean
  /** Conversations they have open. */
  open: number
  /** Other waiting ones that are offered to them: each keeps a place free. */
  offered: number
}

/** As it would wait in the queue, whatever it is now. */
export const asWaiting = (scope: ConversationScope): ConversationScope => ({
  ...scope,
  state: 'pending',
  assigneeId: null,
})

/** Why somebody could not be handed a conversation, here or not: what they may, and their limit (N7). None: they could. */
export function whyNotReceive({ actor, open }: Pick<Taker, 'actor' | 'open'>, scope: ConversationScope): WhyNot[] {
  const why = whyNotTheirs(actor, scope)
  if (!hasRoom(actor.conversationLimit, { open, more: 1 })) why.push('full')
  return why
}

/**
 * Why a waiting conversation is not brought to somebody now. Stricter than what they may pick up by hand: whoever runs conversations
 * may take one in a language they do not accept, but nobody counts on it (N8).
 */
export function whyNotNow(taker: Taker, scope: ConversationScope): WhyNot[] {
  const { actor, present, open, offered } = taker
  const why = whyNotTheirs(actor, scope)
  // Languages bind agents by right; whom they do not bind is never kept by a questionnaire, so that this comes in its place.
  if (!actor.languages.includes(scope.language) && !why.includes('language')) why.push('language')
  if (!present) why.push('offline')
  else if (actor.availability === 'away') why.push('away')
  if (!hasRoom(actor.conversationLimit, { open: open + offered, more: 1 })) why.push('full')
  return why
}

/** What must hold before the rest is worth asking, and what is the matter when it holds for nobody. */
const steps: readonly (readonly [WhyBlocked, readonly WhyNot[]])[] = [
  ['nobody-active', ['inactive', 'no-module', 'sub-account']],
  ['language', ['language']],
  ['questionnaire', ['questionnaire']],
  ['all-away', ['offline', 'away']],
  ['all-full', ['full']],
]

/** Why none of all these people could take it now (N8), from what keeps each; null: somebody could. */
export function whyNobody(reasons: readonly (readonly WhyNot[])[]): WhyBlocked | null {
  let left = reasons
  for (const [blocked, against] of steps) {
    left = left.filter((why) => !why.some((reason) => against.includes(reason)))
    if (left.length === 0) return blocked
  }
  return null
}
