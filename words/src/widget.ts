import type { WidgetWords } from './fr/widget.ts'
import type { Locale } from './locale.ts'

export type { WidgetWords }

/** The widget's words in one language, fetched by itself. */
export async function loadWidgetWords(locale: Locale): Promise<WidgetWords> {
  const { words } = locale === 'fr' ? await import('./fr/widget.ts') : await import('./en/widget.ts')
  return words
}
