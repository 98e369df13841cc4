import { Search } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useDeferredValue, useMemo, useRef, useState } from 'react'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { useKept } from '../../../../ui/kept.ts'
import { useSpeech } from '../../../../ui/words.tsx'
import lines from './emoji.txt?raw'
import { emojiTone, recentEmoji, rememberEmoji } from './kept-emoji.ts'
import { type Emoji, emojiGroups, findEmoji, readEmoji } from './read-emoji.ts'
import { ToneChoice } from './tone-choice.tsx'
import { withTone } from './tones.ts'

const all = readEmoji(lines)

interface EmojiPickerProps {
  onChoose: (emoji: string) => void
  onClose: () => void
}

/** Every emoji, found by its name in French and English, drawn by the system. Loaded when it is first opened. */
export function EmojiPicker({ onChoose, onClose }: EmojiPickerProps) {
  const { locale, words } = useSpeech()
  const said = words.emoji
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed)
  const [tone] = useKept(emojiTone)
  // Stays as it was while the picker is open: nothing moves under a hand.
  const [recent] = useState(() => recentEmoji.read())
  const grid = useRef<HTMLDivElement>(null)

  const groups = useMemo(() => {
    if (wanted.trim() !== '') return [{ title: said.found, emoji: findEmoji(all, wanted) }]
    const byEmoji = new Map(all.map((one) => [one.emoji, one]))
    const used = recent.flatMap((emoji) => byEmoji.get(emoji) ?? [])
    return [
      ...(used.length > 0 ? [{ title: said.recent, emoji: used }] : []),
      ...emojiGroups.map((group) => ({
        title: said.groups[group],
        emoji: all.filter((one) => one.group === group),
      })),
    ]
  }, [wanted, recent, said])

  const choose = ({ emoji, hasTones }: Emoji) => {
    rememberEmoji(emoji)
    onChoose(hasTones ? withTone(emoji, tone) : emoji)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'ArrowDown' && event.target instanceof HTMLInputElement) buttonsIn(grid)[0]?.focus()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) buttonsIn(grid)[0]?.click()
    else if (!(event.target instanceof HTMLButtonElement && moveFocus(grid, event.target, event.key))) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section
      aria-label={said.title}
      onKeyDown={onKeyDown}
      className="floating mb-2 grid h-[min(20rem,45dvh)] grid-rows-[auto_minmax(0,1fr)] gap-2 rounded-l p-2"
    >
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={said.search}
            isLabelUnseen
            placeholder={said.search}
            icon={Search}
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        </div>
        <ToneChoice />
      </div>
      <div ref={grid} className="overflow-y-auto">
        {groups[0]?.emoji.length === 0 && (
          <p role="status" className="p-3 text-center text-ink-soft">
            {said.none}
          </p>
        )}
        {groups.map(({ title, emoji }) => (
          <section
            key={title}
            aria-label={title}
            className="[contain-intrinsic-size:auto_12rem] [content-visibility:auto]"
          >
            {emoji.length > 0 && <h3 className="px-1 py-1 text-xs font-medium text-ink-soft">{title}</h3>}
            <div className="grid grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))] touch:grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))]">
              {emoji.map((one) => (
                <button
                  key={one.emoji}
                  type="button"
                  title={one.names[locale]}
                  aria-label={one.names[locale]}
                  onClick={() => choose(one)}
                  className="grid aspect-square cursor-pointer place-items-center rounded-s text-[1.375rem] leading-none -outline-offset-2 hover:bg-sunken focus-visible:bg-sunken"
                >
                  {one.hasTones ? withTone(one.emoji, tone) : one.emoji}
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </section>
  )
}

const buttonsIn = (grid: RefObject<HTMLDivElement | null>): HTMLButtonElement[] => [
  ...(grid.current?.querySelectorAll('button') ?? []),
]

/** Arrows go to the emoji beside, above or below; whether the key was one of them. */
function moveFocus(grid: RefObject<HTMLDivElement | null>, from: HTMLButtonElement, key: string): boolean {
  const buttons = buttonsIn(grid)
  const here = buttons.indexOf(from)
  if (here < 0) return false
  const beside: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
  const step = beside[key]
  if (step !== undefined) buttons[here + step]?.focus()
  else if (key === 'ArrowDown' || key === 'ArrowUp') rowBeside(buttons, from, key === 'ArrowDown' ? 1 : -1)?.focus()
  else return false
  return true
}

/** The nearest one of the next row, by where they are drawn: rows differ between groups. */
function rowBeside(buttons: HTMLButtonElement[], from: HTMLButtonElement, way: 1 | -1): HTMLButtonElement | undefined {
  const { left, top } = from.getBoundingClientRect()
  const placed = buttons.map((button) => ({ button, at: button.getBoundingClientRect() }))
  const beyond = placed.filter(({ at }) => (at.top - top) * way > 1)
  const nextTop = Math.min(...beyond.map(({ at }) => (at.top - top) * way)) * way + top
  return beyond
    .filter(({ at }) => Math.abs(at.top - nextTop) < 1)
    .sort((one, other) => Math.abs(one.at.left - left) - Math.abs(other.at.left - left))[0]?.button
}
