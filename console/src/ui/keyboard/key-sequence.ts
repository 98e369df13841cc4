import { isPressed, type Press } from './key-names.ts'

/** A shortcut of which some presses have been made already. */
export interface Begun<T> {
  hotkey: T
  /** Which of its presses comes next. */
  next: number
}

/**
 * What one press means: which shortcut is complete by it, if any, and which ones are on their way. Shortcuts that had begun go
 * before new ones, and among equals the first of `able`.
 */
export function advance<T extends { presses: readonly Press[] }>(
  begun: readonly Begun<T>[],
  able: readonly T[],
  event: Parameters<typeof isPressed>[1],
): { complete: T | null; begun: Begun<T>[] } {
  const candidates = [
    ...begun.filter(({ hotkey }) => able.includes(hotkey)),
    ...able.map((hotkey) => ({ hotkey, next: 0 })),
  ]
  const matching = candidates.filter(({ hotkey, next }) => {
    const press = hotkey.presses[next]
    return press !== undefined && isPressed(press, event)
  })
  const complete = matching.find(({ hotkey, next }) => next === hotkey.presses.length - 1)
  if (complete) return { complete: complete.hotkey, begun: [] }
  return { complete: null, begun: matching.map(({ hotkey, next }) => ({ hotkey, next: next + 1 })) }
}
