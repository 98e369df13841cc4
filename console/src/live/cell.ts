import { useCallback, useSyncExternalStore } from 'react'

/** A value that changes outside React, and tells when it does. */
export interface Readable<T> {
  read(): T
  subscribe(listener: () => void): () => void
}

export interface Cell<T> extends Readable<T> {
  write(value: T): void
}

export function makeCell<T>(first: T): Cell<T> {
  const listeners = new Set<() => void>()
  let value = first
  return {
    read: () => value,
    write(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * A part of what changes; the caller is drawn again only when that part is another. `select` hands back a part as it is,
 * or something it made before from the same parts: never a new object each time.
 */
export function useSelected<T, Part>(readable: Readable<T>, select: (value: T) => Part): Part {
  const read = useCallback(() => select(readable.read()), [readable, select])
  return useSyncExternalStore(readable.subscribe, read)
}

export const useReadable = <T>(readable: Readable<T>): T => useSyncExternalStore(readable.subscribe, readable.read)
