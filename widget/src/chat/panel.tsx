/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import { Log } from './log.tsx'
import { Strip } from './strip.tsx'
import type { View, Visit } from './view.ts'

export function Panel({ view, visit }: { view: View; visit: Visit }) {
  const [menuOpen, setMenuOpen] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const isPaused = view.greeting.state === 'paused'
  const writes = !isPaused && !isAsking(view)
  useEffect(() => fitToKeyboard(panel.current), [])
  useEffect(() => {
    // The composer takes the focus where there is a keyboard.
    if (matchMedia('(pointer: coarse)').matches) panel.current?.focus()
  }, [])

  function pressed(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.isComposing) {
      if (menuOpen) closeMenu()
      else visit.close()
    }
    if (event.key === 'Tab') keepInside(event, panel.current)
  }

  function toggleMenu() {
    visit.wantMore()
    setMenuOpen(!menuOpen)
  }

  function closeMenu() {
    setMenuOpen(false)
    panel.current?.querySelector<HTMLElement>('.menu-button')?.focus()
  }

  return (
    <section
      class="panel"
      role="dialog"
      tabIndex={-1}
      aria-label={view.words.panel}
      lang={view.locale}
      ref={panel}
      onKeyDown={pressed}
      onDragOver={(event) => {
        if (take(event) && writes) visit.over(event.currentTarget)
      }}
      onDrop={(event) => {
        if (take(event) && writes) visit.attach(event.dataTransfer?.files ?? [])
      }}
    >
      <Header view={view} visit={visit} menuOpen={menuOpen} onMenu={toggleMenu} />
      {menuOpen && view.more?.menu(view, visit, () => setMenuOpen(false))}
      <Strip view={view} />
      <Log view={view} visit={visit} />
      {view.more?.foot(view)}
      {writes && <Composer key={view.takenBack} view={view} visit={visit} />}
      {isPaused && <p class="foot">{view.words.paused}</p>}
    </section>
  )
}

/** Words wait for the questions before them; whoever has a conversation always writes. */
const isAsking = ({ questions, conversation }: View) =>
  conversation === null && questions !== 'none' && (typeof questions === 'string' || questions.closesComposer())

/** What is dropped here is for the chat; elsewhere the browser would leave the page for it. */
function take(event: DragEvent): boolean | undefined {
  const isFiles = event.dataTransfer?.types.includes('Files')
  if (isFiles) event.preventDefault()
  return isFiles
}

/** On a phone the panel is all there is to see: the page behind it cannot be reached by keys either. */
export function keepInside(event: KeyboardEvent, panel: HTMLElement | null) {
  if (!panel || panel.offsetWidth < innerWidth) return
  const stops = [...panel.querySelectorAll<HTMLElement>('button, textarea, select, input, a, [tabindex="0"]')]
  const [first, last] = [stops[0], stops.at(-1)]
  const leaving = event.shiftKey ? first : last
  if (event.target !== leaving && event.target !== panel) return
  if (event.target === panel && !event.shiftKey) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}

/** A phone's keyboard covers the page without resizing it: the panel takes what is left to be seen. */
function fitToKeyboard(panel: HTMLElement | null) {
  const viewport = window.visualViewport
  if (!panel || !viewport) return
  const fit = () => {
    // A zoomed-in page is somebody reading closely, not a keyboard.
    const zoomed = viewport.scale > 1
    panel.style.setProperty('--top', zoomed ? '0' : `${viewport.offsetTop}px`)
    panel.style.setProperty('--height', zoomed ? '100dvh' : `${viewport.height}px`)
  }
  fit()
  viewport.addEventListener('resize', fit)
  viewport.addEventListener('scroll', fit)
  return () => {
    viewport.removeEventListener('resize', fit)
    viewport.removeEventListener('scroll', fit)
  }
}
