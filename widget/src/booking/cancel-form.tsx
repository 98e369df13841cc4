/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { cleanProse } from '#client/prose.ts'
import { Refused } from '#client/refused.ts'
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { BookingWords } from '#words/booking.ts'
import { momentIn } from './moments.ts'

interface Props {
  appointment: AppointmentForVisitor
  words: BookingWords
  locale: Locale
  onKeep(): void
  onCancel(why: string): Promise<void>
}

/** Says what cancelling means before it is done. */
export function CancelForm({ appointment, words, locale, onKeep, onCancel }: Props) {
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)

  async function cancel(event: Event) {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    setProblem('')
    try {
      await onCancel(cleanProse(why))
    } catch (error) {
      setSending(false)
      setProblem(error instanceof Refused ? error.message : words.unreachable)
    }
  }

  return (
    <form class="book" onSubmit={cancel}>
      <p class="pick">
        <b>{momentIn(locale, new Date(appointment.startsAt))}</b>
        <span dir="auto">{appointment.title}</span>
      </p>
      <p>{words.cancelMeans}</p>
      <label>
        {words.why}
        <textarea
          rows={3}
          dir="auto"
          maxLength={visitorLimits.descriptionLength}
          value={why}
          onInput={({ currentTarget: { value } }) => setWhy(value)}
        />
      </label>
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="acts">
        <button type="submit" class="do red" aria-disabled={isSending}>
          {words.cancel}
        </button>
        <button type="button" class="other" onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </form>
  )
}
