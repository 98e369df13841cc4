import type { Locale } from '#contract/vocabulary.ts'
import { en } from './en/pages.ts'
import { fr, type ShopWords } from './fr/pages.ts'

export type { ShopWords }

export const shopWords: Record<Locale, ShopWords> = { fr, en }
