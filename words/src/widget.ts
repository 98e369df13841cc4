import { words as en } from './en/widget.ts'
import { words as fr, type WidgetWords } from './fr/widget.ts'
import type { Locale } from './locale.ts'

export type { WidgetWords }

/**
 * The widget's words in every language. They come with its code: each is a kilobyte, and a module that could not be
 * fetched once stays failed for as long as the page lives, so the fewer there are the better.
 */
export const widgetWords: Record<Locale, WidgetWords> = { fr, en }
