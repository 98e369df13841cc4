import type { Locale } from '#contract/vocabulary.ts'
import { journal as en } from './en/journal.ts'
import { journal as fr, type JournalWords } from './fr/journal.ts'

/** What the journal says in a language: both are at hand on the server, which writes its table. */
export const journalWords = (locale: Locale): JournalWords => (locale === 'fr' ? fr : en)
