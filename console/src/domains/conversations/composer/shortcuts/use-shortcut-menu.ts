import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import { api } from '../../../../live/api.ts'
import { useMe } from '../../../../live/session.ts'
import { fillShortcut, unfilledIn } from '../../../../live/shortcuts/fill.ts'
import { findShortcuts } from '../../../../live/shortcuts/find.ts'
import { offeredIn, textFor } from '../../../../live/shortcuts/nearest.ts'
import { shortcutsQuery } from '../../../../live/shortcuts/query.ts'
import { toasts } from '../../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../../ui/words.tsx'
import { languageName } from '../../visitor-name.ts'
import { insertAtCaret, insertText } from './insert-text.ts'
import { slashWordAt } from './slash-word.ts'
import { useShortcutValues } from './use-shortcut-values.ts'

export interface ShortcutMenuState {
  isOpen: boolean
  /** What answers the typed letters, the best first; empty only while there are no shortcuts at all. */
  found: readonly ShortcutForAgent[]
  typed: string
  active: number
  /** What is offered in a language that is not the conversation's: its code. */
  otherLanguageOf(shortcut: ShortcutForAgent): string | null
  /** The text that would be inserted, its variables filled. */
  filled(shortcut: ShortcutForAgent): string
  point(index: number): void
  choose(shortcut: ShortcutForAgent): void
}

/** The menu of a "/" typed in a field: what it offers, and how keys walk in it. Null: shortcuts are not for the reader. */
export function useShortcutMenu(
  field: RefObject<HTMLTextAreaElement | null>,
  { conversation, text }: { conversation: ConversationForAgent; text: string },
) {
  const { organisationId, modules } = useMe()
  const { tag, words: said } = useSpeech()
  const words = said.shortcuts
  const values = useShortcutValues(conversation)
  const isGranted = modules.includes('shortcuts')
  const { data } = useQuery({ ...shortcutsQuery(organisationId), enabled: isGranted })
  const [caret, setCaret] = useState(0)
  const [dismissedAt, setDismissedAt] = useState<number | null>(null)
  const [pointed, setPointed] = useState({ typed: '', index: 0 })

  const word = isGranted ? slashWordAt(text, caret) : null
  const offered = offeredIn(data?.shortcuts ?? [], conversation.subAccountId)
  const found = word ? findShortcuts(offered, word.typed) : []
  // With none at all the menu says how one is made; with none that answers it keeps out of the way.
  const isOpen =
    word !== null && word.start !== dismissedAt && data !== undefined && (found.length > 0 || offered.length === 0)
  const active = pointed.typed === word?.typed ? Math.min(pointed.index, found.length - 1) : 0
  const point = (index: number) => setPointed({ typed: word?.typed ?? '', index })

  const spoken = ({ texts }: ShortcutForAgent) => textFor(texts, conversation.language)
  const filled = (shortcut: ShortcutForAgent) => fillShortcut(spoken(shortcut).text, values, words.variables)

  const choose = (shortcut: ShortcutForAgent) => {
    if (!field.current || !word) return
    const text = filled(shortcut)
    insertText(field.current, text, word)
    const [first] = unfilledIn(text)
    if (first) field.current.setSelectionRange(word.start + first.start, word.start + first.end)
    const { isOther, language } = spoken(shortcut)
    if (isOther) toasts.show({ text: words.insertedOther(shortcut.key, languageName(language, tag)), kind: 'notice' })
    const params = { organisationId, shortcutId: shortcut.id }
    // Fail open: the answer matters, its count does not.
    api.call('POST /organisations/:organisationId/shortcuts/:shortcutId/uses', { params }).catch(() => undefined)
  }

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    const chosen = found[active]
    if (event.key === 'Escape') setDismissedAt(word?.start ?? null)
    else if (step !== undefined && isPlain && chosen) point((active + step + found.length) % found.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && isPlain && chosen) choose(chosen)
    else return false
    event.preventDefault()
    return true
  }

  const menu: ShortcutMenuState = {
    ...{ isOpen, found, typed: word?.typed ?? '', active, filled, point, choose },
    otherLanguageOf(shortcut) {
      const { isOther, language } = spoken(shortcut)
      return isOther ? language : null
    },
  }
  return {
    isGranted,
    menu,
    /** Whether the key was the menu's. */
    onKeyDown,
    /** The caret moved, or the text changed. */
    onCaret(at: number) {
      setCaret(at)
      // A word that was left is asked anew when one comes back.
      if (slashWordAt(field.current?.value ?? '', at)?.start !== dismissedAt) setDismissedAt(null)
    },
    /** Begins a word with "/" where the caret is. */
    open() {
      const element = field.current
      if (!element) return
      setDismissedAt(null)
      const before = element.value.slice(0, element.selectionStart)
      insertAtCaret(element, /(^|\s)$/.test(before) ? '/' : ' /')
    },
  }
}
