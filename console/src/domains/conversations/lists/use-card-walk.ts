import { type KeyboardEvent, useState } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import { useHotkey } from '../../../ui/keyboard/hotkeys.ts'
import { useWords } from '../../../ui/words.tsx'
import { focusCard } from './card-focus.ts'

/**
 * Walking from card to card: arrows inside the lists, j and k from anywhere. Tab reaches one card, the one walked to
 * last, else the open one, else the first.
 */
export function useCardWalk(ids: readonly ConversationId[], opened: ConversationId | null) {
  const words = useWords().conversations.keys
  const [walked, setWalked] = useState<ConversationId | null>(null)
  const tabStop = [walked, opened].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null

  const goTo = (id: ConversationId | undefined) => {
    if (id === undefined) return
    // The card that becomes the tab stop is drawn even where it is out of sight: only then can it have the focus.
    setWalked(id)
    focusCard(id)
  }

  const stepped = (by: 1 | -1) => {
    const from = tabStop === null ? -1 : ids.indexOf(tabStop)
    const isBegun = opened !== null || document.activeElement?.closest('[data-cards]') != null
    return isBegun ? ids[Math.min(ids.length - 1, Math.max(0, from + by))] : (tabStop ?? undefined)
  }
  useHotkey('j', () => goTo(stepped(1)), { label: words.next, group: words.group })
  useHotkey('k', () => goTo(stepped(-1)), { label: words.previous, group: words.group })

  const targetOf = (key: string) => {
    if (key === 'ArrowDown') return stepped(1)
    if (key === 'ArrowUp') return stepped(-1)
    return key === 'Home' ? ids[0] : key === 'End' ? ids.at(-1) : undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isCard = event.target instanceof Element && event.target.closest('li') !== null
    const target = isCard && !event.altKey && !event.ctrlKey && !event.metaKey ? targetOf(event.key) : undefined
    if (target === undefined) return
    event.preventDefault()
    goTo(target)
  }
  return { tabStop, onKeyDown, onCardFocus: setWalked }
}
