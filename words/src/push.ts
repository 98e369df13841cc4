import type { Locale } from '#contract/vocabulary.ts'
import { push as en } from './en/push.ts'
import { push as fr, type PushTexts } from './fr/push.ts'

/** What notifications say that the server pushes: both languages are at hand, since it writes to everybody. */
export const pushWords = (locale: Locale): PushTexts => (locale === 'fr' ? fr : en)
