import type { ConversationId } from '#contract/ids.ts'

export const cardDomId = (id: ConversationId) => `card-${id}`

/** Puts the focus on a conversation's card, and the card in sight. False when it is not drawn. */
export function focusCard(id: ConversationId): boolean {
  const card = document.getElementById(cardDomId(id))
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
  return card !== null
}
