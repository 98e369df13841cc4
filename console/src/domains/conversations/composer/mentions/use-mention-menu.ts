import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import type { ReaderForAgent } from '#contract/words.ts'
import { api } from '../../../../live/api.ts'
import { useLive } from '../../../../live/use-live.tsx'
import { insertText } from '../shortcuts/insert-text.ts'
import { findReaders, mentionAt, mentionsIn } from './mention-word.ts'

export interface MentionMenuState {
  isOpen: boolean
  found: readonly ReaderForAgent[]
  active: number
  point(index: number): void
  choose(reader: ReaderForAgent): void
}

const shownMost = 8

/** The menu of an "@" typed in a note: colleagues who read the conversation, and how keys walk among them. */
export function useMentionMenu(
  field: RefObject<HTMLTextAreaElement | null>,
  { conversationId, text, isNote }: { conversationId: ConversationId; text: string; isNote: boolean },
) {
  const { organisationId } = useLive()
  const { data } = useQuery({
    queryKey: ['conversation-readers', conversationId],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/readers', {
        params: { organisationId, conversationId },
        signal,
      }),
    enabled: isNote && text.includes('@'),
  })
  const [caret, setCaret] = useState(0)
  const [dismissedAt, setDismissedAt] = useState<number | null>(null)
  const [pointed, setPointed] = useState({ typed: '', index: 0 })
  const readers = data?.agents ?? []
  const word = isNote ? mentionAt(text, caret) : null
  const found = word ? findReaders(readers, word.typed).slice(0, shownMost) : []
  // A name that is whole needs no more choosing.
  const isWhole = found.length === 1 && found[0]?.name === word?.typed.trim()
  const isOpen = word !== null && word.start !== dismissedAt && found.length > 0 && !isWhole
  const active = pointed.typed === word?.typed ? Math.min(pointed.index, found.length - 1) : 0
  const point = (index: number) => setPointed({ typed: word?.typed ?? '', index })
  const choose = ({ name }: ReaderForAgent) => {
    if (field.current && word) insertText(field.current, `@${name} `, word)
  }

  const menu: MentionMenuState = { isOpen, found, active, point, choose }
  return {
    menu,
    /** Whom the note names as it stands. */
    mentions: () => (isNote ? mentionsIn(text, readers) : []),
    /** Whether the key was the menu's. */
    onKeyDown(event: KeyboardEvent): boolean {
      const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
      const chosen = found[active]
      if (!isOpen || !isPlain || !chosen) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (event.key === 'Escape') setDismissedAt(word.start)
      else if (step !== undefined) point((active + step + found.length) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen)
      else return false
      event.preventDefault()
      return true
    },
    onCaret(at: number) {
      setCaret(at)
      if (mentionAt(field.current?.value ?? '', at)?.start !== dismissedAt) setDismissedAt(null)
    },
  }
}
