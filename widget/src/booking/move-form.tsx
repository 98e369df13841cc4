/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Refused } from '#client/refused.ts'
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { BookingWords } from '#words/booking.ts'
import type { LookForTimes } from './doors.ts'
import { momentIn } from './moments.ts'
import { nearestIn } from './nearest.ts'
import { Nearest } from './nearest-times.tsx'
import { When } from './when.tsx'

interface Props {
  appointment: AppointmentForVisitor
  words: BookingWords
  locale: Locale
  load: LookForTimes
  onMove(startsAt: string): Promise<void>
}

/** Another time is chosen, seen beside the one before, and only then wished for. */
export function MoveForm({ appointment, words, locale, load, onMove }: Props) {
  const [startsAt, setStartsAt] = useState<string | null>(null)
  const [nearest, setNearest] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)

  async function move() {
    if (isSending) return
    if (startsAt === null) return setProblem(words.choose)
    setSending(true)
    setProblem('')
    try {
      await onMove(startsAt)
    } catch (error) {
      setSending(false)
      const others = nearestIn(error)
      if (!others) return setProblem(error instanceof Refused ? error.message : words.unreachable)
      setStartsAt(null)
      setNearest(others)
    }
  }

  const before = words.instead(momentIn(locale, new Date(appointment.startsAt)))
  if (startsAt === null && !nearest)
    return (
      <div class="book">
        <p class="reason">{before}</p>
        <When
          load={async (window, signal) => (await load(window, signal)).filter((time) => time !== appointment.startsAt)}
          chosen={null}
          words={words}
          locale={locale}
          onChoose={setStartsAt}
        />
      </div>
    )
  const showAll = () => {
    setStartsAt(null)
    setNearest(null)
    setProblem('')
  }
  return (
    <div class="book">
      {nearest ? (
        <Nearest
          times={nearest}
          chosen={startsAt}
          words={words}
          locale={locale}
          onChoose={setStartsAt}
          onAll={showAll}
        />
      ) : (
        startsAt !== null && (
          <p class="pick">
            <b>{momentIn(locale, new Date(startsAt))}</b>
            <span>{before}</span>
            <button type="button" class="link" onClick={showAll}>
              {words.change}
            </button>
          </p>
        )
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="do" aria-disabled={isSending} onClick={move}>
        {words.confirmMove}
      </button>
    </div>
  )
}
