import type { SubAccountId } from '#contract/ids.ts'
import type { ShortcutForAgent, ShortcutText } from '#contract/shortcuts.ts'
import { shortcutScopes } from '#contract/vocabulary.ts'

type Owned = Pick<ShortcutForAgent, 'id' | 'key' | 'scope' | 'subAccountId'>

const isNearer = (one: Owned, other: Owned) => shortcutScopes.indexOf(one.scope) < shortcutScopes.indexOf(other.scope)

/** What "/" offers in a conversation of a sub-account: of the same key one's own, else the sub-account's, else the organisation's. */
export function offeredIn<S extends Owned>(shortcuts: readonly S[], subAccountId: SubAccountId): S[] {
  const here = shortcuts.filter((one) => one.subAccountId === null || one.subAccountId === subAccountId)
  return here.filter((one) => !here.some((other) => other.key === one.key && isNearer(other, one)))
}

/** Those of the same key that come before it: anywhere (one's own), or in their sub-account. */
export const hiding = <S extends Owned>(shortcut: Owned, shortcuts: readonly S[]): S[] =>
  shortcuts.filter((other) => other.key === shortcut.key && isNearer(other, shortcut))

/** Those of the same key that it comes before. */
export const hiddenBy = <S extends Owned>(shortcut: Owned, shortcuts: readonly S[]): S[] =>
  shortcuts.filter((other) => other.key === shortcut.key && isNearer(shortcut, other))

/** The text for a conversation's language; where there is none the first, which is then another language's. */
export function textFor(texts: readonly ShortcutText[], language: string): ShortcutText & { isOther: boolean } {
  const found = texts.find((text) => text.language === language)
  const text = found ?? texts[0]
  if (!text) throw new Error('a shortcut without a text is never kept')
  return { ...text, isOther: found === undefined }
}
