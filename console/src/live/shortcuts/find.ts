import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import { plain } from '../../ui/overlays/fuzzy.ts'

/** Fewer stand in every text. */
const lettersForTexts = 3

type Found = Pick<ShortcutForAgent, 'key' | 'texts' | 'usedCount' | 'lastUsedAt'>

/**
 * The shortcuts that answer what was typed, accents forgiven: first those whose key begins with it, then whose key holds it, then
 * (a few letters typed) whose text does. Among equals what is used most comes first, then what was used last.
 */
export function findShortcuts<S extends Found>(shortcuts: readonly S[], typed: string): S[] {
  const wanted = plain(typed)
  const rankOf = ({ key, texts }: S): number => {
    const letters = plain(key)
    if (letters.startsWith(wanted)) return 0
    if (letters.includes(wanted)) return 1
    if (wanted.length < lettersForTexts) return 3
    return texts.some(({ text }) => plain(text).includes(wanted)) ? 2 : 3
  }
  return shortcuts
    .map((shortcut) => ({ shortcut, rank: rankOf(shortcut) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank || byUse(one.shortcut, other.shortcut))
    .map(({ shortcut }) => shortcut)
}

const byUse = (one: Found, other: Found): number =>
  other.usedCount - one.usedCount ||
  (other.lastUsedAt ?? '').localeCompare(one.lastUsedAt ?? '') ||
  one.key.localeCompare(other.key)
