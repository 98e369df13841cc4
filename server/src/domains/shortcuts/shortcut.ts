import type { ShortcutId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import { limits, times } from '#contract/limits.ts'
import { placeholdersOf } from '#contract/shortcut-variables.ts'
import type { ShortcutText } from '#contract/shortcuts.ts'
import type { ShortcutScope } from '#contract/vocabulary.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { ShortcutOwner } from '../access/index.ts'

/** A reusable reply of an agent, a sub-account or the organisation. */
export interface Shortcut extends ShortcutOwner {
  id: ShortcutId
  /** The word after "/", lower-cased; one of its owner's. */
  key: string
  /** At least one, each of a language of its own; the first is the fallback. */
  texts: ShortcutText[]
  version: number
  usedCount: number
  lastUsedAt: Date | null
  /** Null: in use. */
  removedAt: Date | null
}

export const scopeOf = ({ agentId, subAccountId }: ShortcutOwner): ShortcutScope => {
  if (agentId !== null) return 'own'
  return subAccountId === null ? 'organisation' : 'sub-account'
}

/** `at`: where the texts stand in what was sent. @refuses shortcuts.variable-unknown, with the place in the text */
export function refuseUnknownVariable(texts: readonly ShortcutText[], at = 'texts'): void {
  for (const [index, { text }] of texts.entries()) {
    const unknown = placeholdersOf(text).find(({ variable }) => variable === null)
    if (!unknown) continue
    const { name, start, end } = unknown
    throw refusal('shortcuts.variable-unknown', { field: `${at}.${index}.text`, details: { name, start, end } })
  }
}

/** @refuses shortcuts.key-taken */
export function refuseTakenKey(others: readonly Shortcut[], key: string): void {
  if (others.some((other) => other.key === key)) throw refusal('shortcuts.key-taken', { field: 'key' })
}

/** @refuses shortcuts.too-many */
export const refuseOneMore = (others: readonly Shortcut[]): void => refuseMore(others, 1)

/** @refuses shortcuts.too-many */
export function refuseMore(others: readonly Shortcut[], more: number): void {
  const limit = limits.shortcutsPerOwner
  if (others.length + more > limit) throw refusal('shortcuts.too-many', { details: { limit } })
}

export const isRestorable = ({ removedAt }: Shortcut, now: Date): boolean =>
  removedAt !== null && now.getTime() - removedAt.getTime() < times.shortcutRestorableForMs

/** What a key becomes beside others that have it already: `hello-2`, `hello-3`, … */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = key; ; number++) {
    if (!taken.has(free)) return free
    const ending = `-${number}`
    free = `${key.slice(0, limits.shortcutKeyLength - ending.length)}${ending}`
  }
}

/** As the journal names it: an own one is nobody else's to read of. */
export const asTarget = ({ id, key }: Shortcut) => ({ kind: 'shortcut', id, name: `/${key}` }) as const

export const inWords = ({ key, texts }: Shortcut): JournalChanges => ({
  key,
  texts: texts.map(({ language, text }) => `${language} : ${text}`),
})
