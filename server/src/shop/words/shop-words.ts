import type { Locale } from '#contract/vocabulary.ts'
import { en } from './en.ts'
import { fr, type ShopWords } from './fr.ts'

export type { ShopWords }

export const shopWords: Record<Locale, ShopWords> = { fr, en }
