import type { ConversationId } from '#contract/ids.ts'

export const cardDomId = (id: ConversationId) => `card-${id}`

interface Wish {
  id: ConversationId
  isFocus: boolean
}

/** Of a card that is not drawn yet: lists are drawn once to know their size, and then filled. */
let wish: Wish | null = null

/** Puts the focus on a conversation's card and the card in sight, now or as soon as it is drawn. */
export const focusCard = (id: ConversationId) => fulfil({ id, isFocus: true })

/** Puts a conversation's card in sight, now or as soon as it is drawn. */
export const showCard = (id: ConversationId) => fulfil({ id, isFocus: false })

/** To be called by each card once it is drawn. */
export function fulfilWish(id: ConversationId) {
  if (wish?.id === id) fulfil(wish)
}

function fulfil(next: Wish) {
  const card = document.getElementById(cardDomId(next.id))
  wish = card ? null : next
  if (next.isFocus) card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
}
