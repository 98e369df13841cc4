import type { ImportShortcuts, ShortcutForAgent } from '#contract/shortcuts.ts'
import type { ReadShortcut } from './read-shortcuts.ts'

/** What will become of a shortcut of a file. */
export type Outcome = 'made' | 'changed' | 'same' | 'kept'

/** Beside those that its owner has in use: what the server will do with each, in the order of the file. */
export function compare(
  read: readonly ReadShortcut[],
  inUse: readonly ShortcutForAgent[],
  known: ImportShortcuts['known'],
): { shortcut: ReadShortcut; outcome: Outcome }[] {
  const byKey = new Map(inUse.map((one) => [one.key, one]))
  return read.map((shortcut) => {
    const earlier = byKey.get(shortcut.key)
    if (!earlier) return { shortcut, outcome: 'made' }
    if (isSame(earlier.texts, shortcut.texts)) return { shortcut, outcome: 'same' }
    return { shortcut, outcome: known === 'change' ? 'changed' : 'kept' }
  })
}

const isSame = (one: ReadShortcut['texts'], other: ReadShortcut['texts']): boolean =>
  one.length === other.length &&
  one.every(({ language, text }, index) => language === other[index]?.language && text === other[index].text)
