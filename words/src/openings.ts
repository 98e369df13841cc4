import type { Locale } from '#contract/vocabulary.ts'
import { openings as en } from './en/openings.ts'
import { openings as fr, type OpeningWords } from './fr/openings.ts'

export type { OpeningWords }

// Come with what is opened from the calendar, and not with the first words of the console.

export const openingWords = (locale: Locale): OpeningWords => (locale === 'fr' ? fr : en)
