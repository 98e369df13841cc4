import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { classNames } from '../../../../ui/class-names.ts'
import { useKept } from '../../../../ui/kept.ts'
import { useSpeech } from '../../../../ui/words.tsx'
import { completeEmoji } from './complete-emoji.ts'
import lines from './emoji.txt?raw'
import { type EmojiWord, emojiMenuId } from './emoji-word.ts'
import { emojiTone, rememberEmoji } from './kept-emoji.ts'
import { type Emoji, readEmoji } from './read-emoji.ts'
import { withTone } from './tones.ts'

const optionId = (index: number) => `emoji-${index}`

const all = readEmoji(lines)

interface EmojiMenuProps {
  word: EmojiWord
  /** Set to what hears the keys of the field first; whether the key was the menu's. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>
  /** The option that the field names as the active one; null: nothing is offered. */
  onActive: (optionId: string | null) => void
  onChoose: (emoji: string) => void
  onDismiss: () => void
}

/** What `:smile` offers, above the field it is typed in. Loaded with the first word that may mean an emoji. */
export function EmojiMenu({ word, keys, onActive, onChoose, onDismiss }: EmojiMenuProps) {
  const { locale, words } = useSpeech()
  const [tone] = useKept(emojiTone)
  const [pointed, setPointed] = useState({ typed: '', index: 0 })
  const found = completeEmoji(all, word.typed)
  const active = pointed.typed === word.typed ? Math.min(pointed.index, found.length - 1) : 0
  const point = (index: number) => setPointed({ typed: word.typed, index })
  const choose = ({ emoji, hasTones }: Emoji) => {
    rememberEmoji(emoji)
    onChoose(hasTones ? withTone(emoji, tone) : emoji)
  }

  useEffect(() => {
    keys.current = (event) => {
      const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
      const chosen = found[active]
      if (!isPlain || !chosen) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (event.key === 'Escape') onDismiss()
      else if (step !== undefined && word.isNamed) point((active + step + found.length) % found.length)
      // Enter sends what ends with a face drawn of signs, as it always did.
      else if (event.key === 'Tab' || (event.key === 'Enter' && word.isNamed)) choose(chosen)
      else return false
      event.preventDefault()
      return true
    }
    return () => {
      keys.current = null
    }
  })
  const activeId = found.length > 0 ? optionId(active) : null
  useEffect(() => {
    onActive(activeId)
    return () => onActive(null)
  }, [activeId, onActive])

  if (found.length === 0) return null
  return (
    <div className="floating mb-2 rounded-l p-1">
      <div id={emojiMenuId} role="listbox" aria-label={words.emoji.title}>
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            key={one.emoji}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus, and its caret.
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => point(index)}
            onClick={() => choose(one)}
            className={classNames(
              'flex min-h-9 cursor-pointer items-center gap-3 rounded-s px-2.5 touch:min-h-11',
              index === active && 'bg-green-wash',
            )}
          >
            <span aria-hidden="true" className="text-l">
              {one.hasTones ? withTone(one.emoji, tone) : one.emoji}
            </span>
            <span className="truncate">{one.names[locale]}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
