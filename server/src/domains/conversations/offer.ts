import type { AgentId } from '#contract/ids.ts'
import { type Change, type Conversation, notOffered } from './conversation.ts'

/** What becomes of a waiting conversation by routing: who is asked, and who was. Nothing of it is said in the thread. */

/** One agent is asked to take it, until an instant. */
export const offerTo = (
  conversation: Conversation,
  offer: { agentId: AgentId; until: Date; asked: readonly AgentId[] },
): Change =>
  changed(conversation, {
    offer: { agentId: offer.agentId, until: offer.until },
    asked: offer.asked,
    restsUntil: null,
  })

/** Nobody is asked; everybody who could was, when there is an instant at which they are asked again. */
export const rest = (
  conversation: Conversation,
  { asked, restsUntil }: Pick<Conversation, 'asked' | 'restsUntil'>,
): Change => changed(conversation, { offer: null, asked, restsUntil })

/** Whoever is asked will not take it. */
export const passOn = (conversation: Conversation): Change => {
  const { offer, asked } = conversation
  return changed(conversation, { ...notOffered, asked: offer ? [...asked, offer.agentId] : asked })
}

const changed = (
  conversation: Conversation,
  waiting: Pick<Conversation, 'offer' | 'asked' | 'restsUntil'>,
): Change => ({ conversation: { ...conversation, ...waiting, version: conversation.version + 1 }, messages: [] })
