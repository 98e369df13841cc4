/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import { isLocale, localeNames, locales } from '#words/locale.ts'
import type { View, Visit } from './view.ts'

/** The visitor's own choices. */
export function Menu({ view, visit, onClose }: { view: View; visit: Visit; onClose(): void }) {
  const { words } = view
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const leave = (event: FocusEvent) => {
    const { currentTarget, relatedTarget } = event
    const inside =
      relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget)
    if (relatedTarget && !inside && !(relatedTarget instanceof Element && relatedTarget.matches('.menu-button')))
      onClose()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that nobody needs here
    <div class="menu" role="group" aria-label={words.menu} onFocusOut={leave}>
      <label>
        {words.language}
        <select
          ref={first}
          value={view.locale}
          onChange={({ currentTarget: { value } }) => isLocale(value) && visit.choose(value)}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.sound}
        <input
          type="checkbox"
          checked={view.sound}
          onChange={({ currentTarget }) => visit.sound(currentTarget.checked)}
        />
      </label>
    </div>
  )
}
