import type { Greeting } from '#contract/visitors.ts'
import { isLocale } from '#words/locale.ts'
import { askAgainMs } from '../presence.ts'

/** Younger than this, it is not asked for again when the panel opens; while it is open, it is never older than the other. */
const freshMs = 5_000
const openAskMs = 60_000

interface Keeping {
  greeting: Greeting
  /** What the visitor reads, the dearest first. */
  wanted: string
  ask(wanted: string): Promise<Greeting>
  onChange(): void
}

/** The greeting as it is now, while somebody looks: asked for when the panel opens, as opening hours begin or end, and now and then. */
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
    if (isLooking) timer = setTimeout(askNow, askAgainMs(greeting, Date.now(), openAskMs))
  }

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
