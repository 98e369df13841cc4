import { useEffect, useRef } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import { cardDomId } from './card-focus.ts'

/** Whoever opens a conversation by its address, or from the palette, sees where in the lists it stands. */
export function useCardInSight(opened: ConversationId | null) {
  const shown = useRef<ConversationId | null>(null)
  // After each drawing, until the card is there: lists are drawn once to know their size, and then filled.
  useEffect(() => {
    if (opened === shown.current) return
    const card = opened === null ? null : document.getElementById(cardDomId(opened))
    card?.scrollIntoView({ block: 'nearest' })
    if (card || opened === null) shown.current = opened
  })
}
