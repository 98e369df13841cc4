import type { Locale } from '#contract/vocabulary.ts'
import { reassigning as en } from './en/reassigning.ts'
import { reassigning as fr, type ReassigningWords } from './fr/reassigning.ts'

export type { ReassigningWords }

// Come with the pages that ask, and not with the first words of the console.

export const reassigningWords = (locale: Locale): ReassigningWords => (locale === 'fr' ? fr : en)
