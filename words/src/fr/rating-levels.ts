import type { Score } from '#contract/vocabulary.ts'

/** How a visitor rates a conversation, from the worst to the best. */
export const levels: Record<Score, string> = {
  1: 'Très mauvais',
  2: 'Mauvais',
  3: 'Moyen',
  4: 'Bon',
  5: 'Excellent',
}
