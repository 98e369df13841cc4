import { times } from '#contract/limits.ts'
import type { Conversation, Rating } from '../conversation.ts'

/** Whether a closed conversation may still be rated, or rated otherwise. */
export function isRateable({ stateSince, closing }: Pick<Conversation, 'stateSince' | 'closing'>, now: Date): boolean {
  if (!closing) return false
  const { rating } = closing
  return rating
    ? now.getTime() - new Date(rating.ratedAt).getTime() < times.ratingChangeableMs
    : now.getTime() - stateSince.getTime() < times.rateableMs
}

/** Whether it says what is wished for already: an answer that was lost, asked for again. */
export const saysThat = (rating: Rating, wish: Pick<Rating, 'score' | 'word'>): boolean =>
  rating.score === wish.score && rating.word === wish.word
