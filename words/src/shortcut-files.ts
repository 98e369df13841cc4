import type { Locale } from '#contract/vocabulary.ts'
import { shortcutFiles as en } from './en/shortcut-files.ts'
import { shortcutFiles as fr, type ShortcutFileWords } from './fr/shortcut-files.ts'

export type { ShortcutFileWords }

/** Of bringing shortcuts along and taking them elsewhere: come with those dialogs, not with the console. */
export const shortcutFileWords = (locale: Locale): ShortcutFileWords => (locale === 'fr' ? fr : en)
