/** @jsxImportSource preact */
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { WidgetMoreWords } from '#words/widget-more.ts'
import type { View, Visit } from '../chat/view.ts'

/** The visitor's own choices. */
interface Props {
  view: View
  words: WidgetMoreWords
  visit: Visit
  onClose(): void
  /** What was said is wished for by letter. */
  onLetter(): void
  /** To booking, where there is something to book. */
  booking: JSX.Element | null | undefined
}

export function Menu({ view, words, visit, onClose, onLetter, booking }: Props) {
  const { language, languages } = view.greeting
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  const leave = (event: FocusEvent) => {
    const { currentTarget, relatedTarget } = event
    const inside =
      relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget)
    if (relatedTarget && !inside && !(relatedTarget instanceof Element && relatedTarget.matches('.menu-button')))
      onClose()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that nobody needs here
    <div class="menu" role="group" aria-label={view.words.menu} ref={menu} onFocusOut={leave}>
      {languages.length > 1 && (
        <label>
          {words.language}
          <select value={language} onChange={({ currentTarget: { value } }) => visit.choose(value)}>
            {languages.map((each) => (
              <option key={each} value={each} lang={each}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {words.sound}
        <input
          type="checkbox"
          checked={view.sound}
          onChange={({ currentTarget }) => visit.sound(currentTarget.checked)}
        />
      </label>
      {booking}
      {view.conversation && (
        <button type="button" onClick={onLetter}>
          {words.letter}
        </button>
      )}
    </div>
  )
}

/** As those who speak it call it. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
