import { inkOn } from '#client/colour.ts'
import { apiRoot } from '#contract/addresses.ts'
import type { Greeting } from '#contract/visitors.ts'
import { words as en } from '#words/en/launcher.ts'
import { words as fr } from '#words/fr/launcher.ts'
import { memoryKey, recall } from '../memory.ts'
import type { Chat, ChatModule } from '../mount.ts'
import { isHidden } from '../presence.ts'
import { noteSeen } from '../seen.ts'
import styles from './loader.css?inline'

/** The chat's file, by its content's hash; the build writes it here. */
declare const chatFile: string

const hostName = 'comptoir-widget'
/** A page that shows nothing asks so often whether somebody is there by now. */
const hiddenAskMs = 300_000
/** Lucide's message-circle. */
const icon =
  'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719'

// A classic script's own element.
const script = document.currentScript as HTMLScriptElement | null
const channelKey = script?.dataset.channel
if (script && channelKey) {
  const { origin } = new URL(script.src)
  const start = () => settle(origin, channelKey)
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
  else start()
}

/** Once per page, however many tags there are and however often they run. */
function settle(origin: string, channelKey: string) {
  if (document.querySelector(hostName) || !('adoptedStyleSheets' in document)) return
  const host = document.createElement(hostName)
  stayOnPage(host)
  // Looked at once a second: pages that change without loading tell nobody, and give themselves a title a moment later.
  let noted = ''
  setInterval(() => {
    const { href } = location
    if (href !== noted) noteSeen(channelKey)
    noted = href
  }, 1_000)
  const wanted = [recall(channelKey, 'locale'), document.documentElement.lang, ...navigator.languages]
    .filter(Boolean)
    .join()
  void greet(5)

  /** Nothing is shown before the server has said that the widget may run here, and in which colour. */
  async function greet(waitSeconds: number): Promise<void> {
    try {
      const answer = await fetch(
        `${origin}${apiRoot}/widget/${channelKey}/greeting?languages=${encodeURIComponent(wanted)}`,
      )
      const greeting = await answer.json()
      if (answer.ok) {
        if (!isHidden(greeting) || recall(channelKey, 'spoke')) return show(greeting)
        return void setTimeout(greet, hiddenAskMs, 5)
      }
      if (answer.status < 500) return console.warn(`Comptoir: ${greeting.message}`)
    } catch {
      // Unreachable: asked again, ever more seldom.
    }
    if (waitSeconds < 1_000) setTimeout(greet, waitSeconds * 1_000, waitSeconds * 2)
  }

  function show(greeting: Greeting) {
    const words = greeting.locale === 'fr' ? fr : en
    const { side, sidePx, bottomPx } = greeting.position
    const gap = (edge: string, px: number) => `max(${px}px,env(safe-area-inset-${edge}))`
    const root = host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    const { colour } = greeting
    sheet.replaceSync(
      `${styles}:host{--launcher:${colour};--launcher-ink:${inkOn(colour)};--x:${gap(side, sidePx)};--y:${gap('bottom', bottomPx)};${side}:var(--x)!important}`,
    )
    root.adoptedStyleSheets = [sheet]

    // Node by node: pages may forbid markup in strings (Trusted Types), and images in addresses.
    const launcher = document.createElement('button')
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    const label = (text: string) => {
      launcher.ariaLabel = text
    }
    path.setAttribute('d', icon)
    launcher.className = 'launcher'
    label(words.open)
    svg.append(path)
    launcher.append(svg)
    root.append(launcher)

    let chat: Promise<Chat> | undefined
    // A module that could not be fetched stays failed under its address for as long as the page lives. At first it has the address by
    // which what is fetched later knows it: under another one it would be there twice.
    let address = `${origin}/widget/${chatFile}`
    const load = () => {
      chat ??= import(/* @vite-ignore */ address).then(({ startChat }: ChatModule) =>
        startChat({ root, launcher, origin, channelKey, greeting, wanted }),
      )
      return chat.catch(() => {
        chat = undefined
        address += '?'
        label(words.unreachable)
      })
    }
    launcher.onpointerenter = launcher.onfocus = load
    launcher.onclick = async () => {
      launcher.ariaBusy = 'true'
      const chat = await load()
      launcher.ariaBusy = null
      chat?.toggle()
    }

    // Whoever has spoken may have an answer waiting, or words that never left; in another tab they may begin to.
    if (recall(channelKey, 'spoke')) void load()
    addEventListener('storage', ({ key }) => {
      if (key === memoryKey(channelKey, 'spoke')) void load()
    })
  }
}

/** Pages that replace all they have take the host along; it comes back, but does not fight a page that insists. */
function stayOnPage(host: Element) {
  let returns = 0
  const comeBack = () => {
    if (!host.isConnected && returns++ < 20) document.documentElement.append(host)
  }
  comeBack()
  const watch = new MutationObserver(() => setTimeout(comeBack, 50))
  for (const node of [document, document.documentElement]) watch.observe(node, { childList: true })
}
