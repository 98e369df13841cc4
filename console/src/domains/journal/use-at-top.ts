import { useCallback, useState } from 'react'

/** Whether a mark at the beginning of a list is in sight: once somebody has read on, nothing may move under their eyes. */
export function useAtTop() {
  const [isAtTop, setAtTop] = useState(true)
  const mark = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => setAtTop(entry?.isIntersecting ?? true))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { mark, isAtTop }
}
