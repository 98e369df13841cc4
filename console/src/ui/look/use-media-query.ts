import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

// The same widths as the variants `phone:` and `narrow:` of theme.css.
export const useIsPhone = () => useMediaQuery('(max-width: 640px)')
export const useIsNarrow = () => useMediaQuery('(max-width: 1199px)')
