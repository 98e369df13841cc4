import { useEffect } from 'react'

const parts = [
  () => import('./me-menu.tsx'),
  () => import('./palette.tsx'),
  () => import('../../ui/overlays/dialog-box.tsx'),
  () => import('../../ui/overlays/keys-sheet.tsx'),
]

// Safari has no requestIdleCallback: a while after the first sight is idle enough.
const laterMs = 2_000

/** Fetches what is opened by a press while nothing else is going on, so that it is there at once, and offline. */
export function useFetchedAhead() {
  useEffect(() => {
    const fetchParts = () => {
      // Fails quietly: whoever opens the part fetches it again, and is told.
      for (const load of parts) load().catch(() => undefined)
    }
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchParts, laterMs)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(fetchParts, { timeout: 10_000 })
    return () => cancelIdleCallback(handle)
  }, [])
}
