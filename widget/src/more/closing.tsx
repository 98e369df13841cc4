/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { times } from '#contract/limits.ts'
import type { ConversationForVisitor } from '#contract/visitors.ts'
import type { WidgetMoreWords } from '#words/widget-more.ts'
import { Icon } from '../chat/icon.tsx'
import { Face } from './face.tsx'
import { type Given, RatingForm } from './rating-form.tsx'

type Closed = NonNullable<ConversationForVisitor['closing']>

interface Props {
  closing: Closed
  /** Null: nobody is asked. */
  question: string | null
  words: WidgetMoreWords
  onRate(given: Given): Promise<unknown>
  onLetter(): void
  onPutAway(): void
}

/** What a visitor is asked once it is closed, beside the field they may go on in. */
export function Closing({ closing, question, words, onRate, onLetter, onPutAway }: Props) {
  const [isChanging, setChanging] = useState(false)
  const { rating } = closing
  const asks = question !== null && isRateable(closing)
  const given = rating && !isChanging
  return (
    <section class="more" aria-label={words.closing}>
      <button type="button" class="icon away" aria-label={words.putAway} onClick={onPutAway}>
        <Icon name="x" />
      </button>
      <div role="status">
        {given && (
          <p class="given-rating">
            <Face score={rating.score} />
            <span>
              {words.thanks} <b>{words.levels[rating.score]}</b>
            </span>
          </p>
        )}
      </div>
      {asks && !given && (
        <RatingForm
          question={question}
          rating={rating}
          words={words}
          onRate={async (wish) => {
            await onRate(wish)
            setChanging(false)
          }}
        />
      )}
      <p class="more-acts">
        {given && asks && (
          <button type="button" class="link" onClick={() => setChanging(true)}>
            {words.change}
          </button>
        )}
        <button type="button" class="link" onClick={onLetter}>
          {words.letter}
        </button>
      </p>
    </section>
  )
}

/** As the server will say; nobody is asked for what it would refuse. */
function isRateable({ at, rating }: Closed): boolean {
  const since = rating ? rating.ratedAt : at
  return Date.now() - Date.parse(since) < (rating ? times.ratingChangeableMs : times.rateableMs)
}
