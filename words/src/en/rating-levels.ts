import type { Score } from '#contract/vocabulary.ts'

/** How a visitor rates a conversation, from the worst to the best. */
export const levels: Record<Score, string> = {
  1: 'Very poor',
  2: 'Poor',
  3: 'Fair',
  4: 'Good',
  5: 'Excellent',
}
