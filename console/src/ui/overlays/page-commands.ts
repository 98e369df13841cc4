import { useEffect, useSyncExternalStore } from 'react'
import type { Command } from './command-palette.tsx'

const added = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()
let all: readonly Command[] = []

/** Adds a page's own acts to the palette while the page is in sight. Keep `commands` the same between drawings (`useMemo`). */
export function useCommands(commands: readonly Command[]) {
  useEffect(() => {
    const key = Symbol('page')
    change(() => added.set(key, commands))
    return () => change(() => added.delete(key))
  }, [commands])
}

/** What the pages in sight have added, for the palette. */
export const usePageCommands = (): readonly Command[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
  )

function change(act: () => void) {
  act()
  all = [...added.values()].flat()
  for (const listener of listeners) listener()
}
