/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../chat/icon.tsx'
import { keepInside } from '../chat/panel.tsx'
import { BackButton, Book, type BookProps } from './book.tsx'

/** Booking over the chat's panel: what is behind it cannot be reached until it is left. */
export function Screen({ onLeave, ...booking }: BookProps & { onLeave(): void }) {
  const { words } = booking
  const screen = useRef<HTMLElement>(null)
  useEffect(() => {
    const own = screen.current
    const behind = [...(own?.parentElement?.children ?? [])].filter(
      (each) => each !== own && each instanceof HTMLElement,
    )
    for (const each of behind) each.toggleAttribute('inert', true)
    own?.focus()
    return () => {
      for (const each of behind) each.removeAttribute('inert')
      behind
        .find((each) => each.querySelector('textarea'))
        ?.querySelector('textarea')
        ?.focus()
    }
  }, [])

  function pressed(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation()
      onLeave()
    }
    if (event.key !== 'Tab') return
    event.stopPropagation()
    keepInside(event, screen.current)
  }

  return (
    <section class="booking" aria-label={words.title} tabIndex={-1} ref={screen} onKeyDown={pressed}>
      <div class="bar">
        <BackButton {...booking} />
        <b>{words.title}</b>
        <button type="button" class="icon" aria-label={words.leave} onClick={onLeave}>
          <Icon name="x" size="l" />
        </button>
      </div>
      <div class="scroll">
        <Book {...booking} />
      </div>
    </section>
  )
}
