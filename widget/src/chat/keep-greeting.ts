import type { Greeting } from '#contract/visitors.ts'
import { isLocale } from '#words/locale.ts'
import { askAgainMs } from '../presence.ts'

/** Younger than this, it is not asked for again when the panel opens. */
const freshMs = 5_000
/** Who is there changes without being told; the opening hours say themselves when they do. */
const whoIsThereMs = 300_000

interface Keeping {
  greeting: Greeting
  /** What the visitor reads, the dearest first. */
  wanted: string
  ask(wanted: string): Promise<Greeting>
  onChange(): void
}

/**
 * The greeting as it is now, while somebody looks: asked for when the panel opens, as opening hours begin or end, and within them
 * now and then. A page that is out of sight asks nothing.
 */
export function keepGreeting({ greeting, wanted, ask, onChange }: Keeping) {
  let askedAtMs = Date.now()
  let isLooking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function askNow(): Promise<void> {
    askedAtMs = Date.now()
    const asked = wanted
    try {
      const answer = await ask(asked)
      // Another language was chosen meanwhile: its answer follows.
      if (asked === wanted) greeting = answer
      onChange()
    } catch {
      // What is known is as good as none newer.
    }
    askAgain()
  }

  function askAgain() {
    clearTimeout(timer)
    if (!isLooking || document.hidden) return
    const freshUntil = greeting.state === 'closed' ? undefined : askedAtMs + whoIsThereMs - Date.now()
    timer = setTimeout(askNow, askAgainMs(greeting, Date.now(), freshUntil))
  }

  document.addEventListener('visibilitychange', askAgain)

  return {
    now: () => greeting,
    looking(looks: boolean) {
      isLooking = looks
      if (looks && Date.now() - askedAtMs > freshMs) void askNow()
      else askAgain()
    },
    /** The product's own words change at once, the channel's with the answer. */
    choose(language: string) {
      const others = wanted.split(',').filter((other) => other !== language)
      wanted = [language, ...others].join()
      greeting = { ...greeting, language, ...(isLocale(language) && { locale: language }) }
      onChange()
      void askNow()
    },
  }
}
