import { useSyncExternalStore } from 'react'

/** Whether somebody looks at this page: it is in sight, and its window is the one they work in. */
export const isWatched = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

export const useIsWatched = (): boolean => useSyncExternalStore(onWatchedChange, isWatched)

export function onWatchedChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  window.addEventListener('focus', listener)
  window.addEventListener('blur', listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
    window.removeEventListener('focus', listener)
    window.removeEventListener('blur', listener)
  }
}
