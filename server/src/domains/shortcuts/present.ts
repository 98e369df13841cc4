import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { type Shortcut, scopeOf } from './shortcut.ts'

/** A shortcut as this reader may act on it. */
export const forAgent = (shortcut: Shortcut, reader: Actor): ShortcutForAgent => ({
  id: shortcut.id,
  scope: scopeOf(shortcut),
  subAccountId: shortcut.subAccountId,
  key: shortcut.key,
  texts: shortcut.texts,
  version: shortcut.version,
  usedCount: shortcut.usedCount,
  lastUsedAt: shortcut.lastUsedAt?.toISOString() ?? null,
  may: { change: may(reader, 'shortcuts.change', shortcut) },
})
