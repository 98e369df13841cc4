import { useEffect, useRef, useState } from 'react'
import type { Command } from './command-palette.tsx'

const pages = new Set<{ readonly current: () => readonly Command[] }>()

/** Adds a page's own acts to the palette while the page is in sight. `list` is asked only when the palette opens: it may be long. */
export function useCommands(list: () => readonly Command[]) {
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  useEffect(() => {
    pages.add(latest)
    return () => {
      pages.delete(latest)
    }
  }, [])
}

/** What the pages in sight offer, as it was when the palette opened. */
export function usePageCommands(): readonly Command[] {
  const [commands] = useState(() => [...pages].flatMap(({ current }) => current()))
  return commands
}
