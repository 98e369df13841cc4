import type { RefusalCode } from '#contract/refusals.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { refusals as en } from './en/refusals.ts'
import { refusals as fr } from './fr/refusals.ts'

/** The sentence for a no, in a language. `details` are the refusal's own. */
export function sentenceOf(code: RefusalCode, details: Record<string, unknown>, locale: Locale): string {
  const sentence = (locale === 'fr' ? fr : en)[code]
  return typeof sentence === 'string' ? sentence : sentence(details)
}
