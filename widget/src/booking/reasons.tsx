/** @jsxImportSource preact */
import type { ReasonForVisitor } from '#contract/appointments/booking.ts'
import type { BookingWords } from '#words/booking.ts'

interface Props {
  reasons: readonly ReasonForVisitor[]
  words: BookingWords
  onChoose(reason: ReasonForVisitor): void
}

export const Reasons = ({ reasons, words, onChoose }: Props) => (
  <ul class="reasons">
    {reasons.map((reason) => (
      <li key={reason.id}>
        <button type="button" onClick={() => onChoose(reason)}>
          <b dir="auto">{reason.title}</b>
          {reason.description !== '' && <span dir="auto">{reason.description}</span>}
          <small>
            {words.minutes(reason.minutes)} · {words.place[reason.place]}
            {reason.placeDetail !== '' && ` · ${reason.placeDetail}`}
          </small>
        </button>
      </li>
    ))}
  </ul>
)
