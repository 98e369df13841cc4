import type { Locale } from '#contract/vocabulary.ts'
import { reasons as en } from './en/reasons.ts'
import { reasons as fr, type ReasonWords } from './fr/reasons.ts'

export type { ReasonWords }

// Come with the page they are on, and not with the first words of the console.

export const reasonWords = (locale: Locale): ReasonWords => (locale === 'fr' ? fr : en)
