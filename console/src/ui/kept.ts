import { useSyncExternalStore } from 'react'

/** Something a person chose, kept in this browser and the same in all its tabs. */
export interface Kept<T> {
  read(): T
  write(value: T): void
  subscribe(listener: () => void): () => void
}

/**
 * Keeps a choice under a key of local storage. `parse` gets whatever stands there (null: nothing) and must make sense of
 * it: an older version, or a stranger, may have written it. Where storage is blocked the choice lives as long as the page.
 */
export function keep<T>(
  key: string,
  { parse, format }: { parse(raw: string | null): T; format(value: T): string },
): Kept<T> {
  const listeners = new Set<() => void>()
  let raw = readStorage(key)
  let value = parse(raw)

  const take = (next: string | null) => {
    if (next === raw) return
    raw = next
    value = parse(raw)
    for (const listener of listeners) listener()
  }
  if (typeof window !== 'undefined') {
    window.addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) take(event.key === null ? null : event.newValue)
    })
  }

  return {
    read: () => value,
    write(next) {
      writeStorage(key, format(next))
      take(format(next))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Keeps one word out of a few; the first is what stands until somebody chooses. */
export function keepOneOf<const T extends string>(key: string, choices: readonly [T, ...T[]]): Kept<T> {
  return keep(key, {
    parse: (raw) => choices.find((choice) => choice === raw) ?? choices[0],
    format: (value) => value,
  })
}

export function useKept<T>(kept: Kept<T>): [T, (value: T) => void] {
  return [useSyncExternalStore(kept.subscribe, kept.read), kept.write]
}

function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // Fail open: blocked storage means nothing was chosen.
  }
}

function writeStorage(key: string, raw: string): void {
  try {
    localStorage.setItem(key, raw)
  } catch {
    // Fail open: the choice holds until the page is left.
  }
}
