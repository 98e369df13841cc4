import { useEffect, useState } from 'preact/hooks'
import type { PlaceInQueue } from '#contract/routing.ts'

/** After an answer that did not come. */
const laterMs = 15_000

/** Where one waits, asked again as often as the server finds it worth; null while it is not known. Only the page in sight asks. */
export function usePlace(isWaiting: boolean, ask: () => Promise<PlaceInQueue>): PlaceInQueue | null {
  const [place, setPlace] = useState<PlaceInQueue | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: how to ask stays the same
  useEffect(() => {
    if (!isWaiting) return
    let timer = 0
    let stopped = false
    async function look() {
      const isSeen = !document.hidden
      const known = isSeen ? await ask().catch(() => null) : null
      if (stopped) return
      if (isSeen) setPlace(known)
      timer = window.setTimeout(look, known?.askAgainMs ?? laterMs)
    }
    void look()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [isWaiting])
  return isWaiting ? place : null
}
