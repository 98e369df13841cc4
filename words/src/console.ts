import type { ConsoleWords } from './fr/console.ts'
import type { Locale } from './locale.ts'

export type { ConsoleWords }

/** The console's words in one language, fetched by itself: nobody waits for a language they do not read. */
export async function loadConsoleWords(locale: Locale): Promise<ConsoleWords> {
  const { words } = locale === 'fr' ? await import('./fr/console.ts') : await import('./en/console.ts')
  return words
}
