import { words as en } from './en/widget-more.ts'
import { words as fr, type WidgetMoreWords } from './fr/widget-more.ts'
import type { Locale } from './locale.ts'

export type { WidgetMoreWords }

/** What the widget says in its menu and after a conversation, in every language: fetched with the part that shows them. */
export const widgetMoreWords: Record<Locale, WidgetMoreWords> = { fr, en }
