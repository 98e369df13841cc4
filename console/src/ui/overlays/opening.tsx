import { useEffect } from 'react'

/** In place of something that is fetched as it opens: what is typed ahead goes nowhere, rather than to the page's shortcuts. */
export function Opening() {
  useEffect(() => {
    const swallow = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', swallow, { capture: true })
    return () => window.removeEventListener('keydown', swallow, { capture: true })
  }, [])
  return null
}
