/** @jsxImportSource preact */
import { useLayoutEffect, useRef } from 'preact/hooks'
import styles from './emoji.css?inline'

/** Those that people answer a shop with, drawn by their system, which also reads their names out. */
const offered =
  '😀 😄 😂 🙂 😊 😉 😍 😘 😎 🤔 😐 😅 😢 😭 😡 😱 🥳 🤗 🙈 👍 👎 👌 👏 🙏 💪 🤝 👋 ✌️ 👀 ❤️ 💙 💚 💔 ⭐ ✨ 🔥 🎉 🎁 ✅ ❌ ❓ ❗ ⏰ 📅 📦 🚚 📍 ☎️'.split(
    ' ',
  )

interface EmojiGridProps {
  label: string
  onChoose: (emoji: string) => void
  onClose: () => void
}

/** Emoji to choose one from, by mouse, finger or arrow keys. Fetched when somebody first asks for it. */
export function EmojiGrid({ label, onChoose, onClose }: EmojiGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const root = grid.current?.getRootNode()
    if (!(root instanceof ShadowRoot)) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    grid.current?.querySelector('button')?.focus()
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [])

  function pressed(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
    else {
      const step = steps[event.key]
      const buttons = [...(grid.current?.querySelectorAll('button') ?? [])]
      const here = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1
      if (step === undefined || here < 0) return
      buttons[here + step]?.focus()
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={grid} class="emoji" role="toolbar" aria-label={label} onKeyDown={pressed}>
      {offered.map((emoji, index) => (
        <button key={emoji} type="button" tabIndex={index === 0 ? 0 : -1} onClick={() => onChoose(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  )
}

/** As many columns as the style sheet has. */
const columns = 8
const steps: Partial<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -columns,
  ArrowDown: columns,
}
