/** @jsxImportSource preact */
import { render } from 'preact'
import type { Chat, Mount } from '../mount.ts'
import styles from './chat.css?inline'
import { keepLauncher } from './launcher.ts'
import { Panel } from './panel.tsx'
import { Peek } from './peek.tsx'
import { themeSheet } from './theme.ts'
import { createVisit } from './visit.ts'

/** Keys pressed here are nobody else's: pages have shortcuts of their own, and traps for the focus. */
const privateEvents = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'focusin',
  'focusout',
]

/** The chat in the loader's place on the page: draws when something changed, once per frame. */
export async function startChat({ root, launcher, ...mount }: Mount): Promise<Chat> {
  let due = false
  const visit = await createVisit({ root, launcher, ...mount }, () => {
    if (due) return
    due = true
    queueMicrotask(draw)
  })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles + themeSheet(mount.greeting.colour))
  root.adoptedStyleSheets.push(sheet)

  const place = document.createElement('div')
  place.className = `chat ${mount.greeting.position.side}`
  for (const type of privateEvents) root.addEventListener(type, (event) => event.stopPropagation())
  root.prepend(place)
  const showLauncher = keepLauncher(launcher)
  let wasOpen = false

  function draw() {
    due = false
    const view = visit.view()
    showLauncher(view)
    render(view.open ? <Panel view={view} visit={visit} /> : <Peek view={view} visit={visit} />, place)
    if (wasOpen && !view.open) launcher.focus()
    wasOpen = view.open
  }
  draw()
  return { toggle: visit.toggle }
}
