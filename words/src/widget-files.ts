import { words as en } from './en/widget-files.ts'
import { words as fr, type WidgetFileWords } from './fr/widget-files.ts'
import type { Locale } from './locale.ts'

export type { WidgetFileWords }

/** What the widget says of files, in every language: fetched with the part that shows them. */
export const widgetFileWords: Record<Locale, WidgetFileWords> = { fr, en }
