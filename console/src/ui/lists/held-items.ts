import { useMemo, useState } from 'react'

/**
 * What a list shows while a hand is on it: the rows that stood there, in the order they had, as they are now; newcomers
 * wait outside. What is gone is gone at once: a row that no longer exists must not be clicked.
 */
export function holdItems<T>(
  items: readonly T[],
  heldKeys: readonly string[],
  keyOf: (item: T) => string,
): { shown: T[]; waiting: number } {
  const byKey = new Map(items.map((item) => [keyOf(item), item]))
  const shown = heldKeys.flatMap((key) => byKey.get(key) ?? [])
  return { shown, waiting: items.length - shown.length }
}

/** Holds a list still while `isHeld`; `release` lets the newcomers in. */
export function useHeldItems<T>(items: readonly T[], keyOf: (item: T) => string, isHeld: boolean) {
  const [heldKeys, setHeldKeys] = useState<readonly string[] | null>(null)
  // Set while drawing, as React allows for state that follows props: an effect would show the newcomers for one frame.
  if (isHeld && heldKeys === null) setHeldKeys(items.map(keyOf))
  if (!isHeld && heldKeys !== null) setHeldKeys(null)

  const held = useMemo(
    () => (heldKeys === null ? { shown: [...items], waiting: 0 } : holdItems(items, heldKeys, keyOf)),
    [items, heldKeys, keyOf],
  )
  return { ...held, release: () => setHeldKeys(isHeld ? items.map(keyOf) : null) }
}
