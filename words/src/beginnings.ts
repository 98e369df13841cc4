import type { Locale } from '#contract/vocabulary.ts'
import { beginnings as en } from './en/beginnings.ts'
import { type Beginnings, beginnings as fr } from './fr/beginnings.ts'

export const beginningWords = (locale: Locale): Beginnings => (locale === 'fr' ? fr : en)
