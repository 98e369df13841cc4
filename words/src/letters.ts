import type { Locale } from '#contract/vocabulary.ts'
import { letters as en } from './en/letters.ts'
import { letters as fr, type LetterTexts } from './fr/letters.ts'

/** The letters in a language: both are at hand on the server, which writes to everybody. */
export const letterWords = (locale: Locale): LetterTexts => (locale === 'fr' ? fr : en)
