/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Api } from '#client/api.ts'
import { Refused } from '#client/refused.ts'
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { bookingWords } from '#words/booking.ts'
import { Avatar } from '../chat/avatar.tsx'
import { Icon } from '../chat/icon.tsx'
import { CancelForm } from './cancel-form.tsx'
import { Facts } from './facts.tsx'
import { FileLink } from './file-link.tsx'
import { MoveForm } from './move-form.tsx'

interface Props {
  api: Api
  /** The secret of the letter. */
  token: string
  appointment: AppointmentForVisitor
  locale: Locale
}

/** One's appointment, by the link of its letter: looked at, moved, cancelled without an account. */
export function LinkPage({ api, token, appointment: first, locale }: Props) {
  const [appointment, setAppointment] = useState(first)
  const [act, setAct] = useState<'look' | 'move' | 'cancel'>('look')
  const [told, setTold] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const words = bookingWords[locale]
  const { state, organisationName, version } = appointment
  const title = { look: words.yours, move: words.moveTo, cancel: words.cancelAsk }[act]
  const shown = useRef(act)
  useEffect(() => {
    if (shown.current !== act) heading.current?.focus()
    shown.current = act
  }, [act])
  useEffect(() => {
    document.title = `${title} · ${organisationName}`
  }, [title, organisationName])

  function begin(next: typeof act) {
    setTold('')
    setAct(next)
  }

  function done(after: AppointmentForVisitor, what: string) {
    setAppointment(after)
    setAct('look')
    setTold(what)
  }

  /** Somebody else changed it meanwhile: what it has become is shown, with why the wish was refused. */
  async function lookAgain(error: unknown) {
    const isOld =
      error instanceof Refused &&
      (error.code === 'appointments.changed-meanwhile' || error.code === 'appointments.over')
    if (!isOld) throw error
    done(await api.call('POST /appointment-links/view', { body: { token } }), error.message)
  }

  return (
    <div class="sheet">
      <div class="house">
        {act !== 'look' && (
          <button type="button" class="icon back" aria-label={words.back} onClick={() => begin('look')}>
            <Icon name="down" size="l" />
          </button>
        )}
        <Avatar name={organisationName} large />
        <h1 dir="auto">{organisationName}</h1>
      </div>
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p role="status" class={told && 'told'}>
        {told}
      </p>
      {act === 'look' && (
        <>
          {state === 'booked' && appointment.askedToMove && <p class="told">{words.askedToMove(organisationName)}</p>}
          {state !== 'booked' && told === '' && (
            <p class="told">{state === 'cancelled' ? words.cancelledState : words.overState}</p>
          )}
          <Facts appointment={appointment} words={words} locale={locale} />
          {state === 'booked' && (
            <div class="acts">
              <button type="button" class={appointment.askedToMove ? 'do' : 'other'} onClick={() => begin('move')}>
                {words.move}
              </button>
              <FileLink appointment={appointment} origin={location.origin} words={words} />
              <button type="button" class="other red" onClick={() => begin('cancel')}>
                {words.cancel}
              </button>
            </div>
          )}
        </>
      )}
      {act === 'move' && (
        <MoveForm
          appointment={appointment}
          words={words}
          locale={locale}
          load={async (window, signal) =>
            (await api.call('POST /appointment-links/slots', { body: { token, ...window }, signal })).slots
          }
          onMove={(startsAt) =>
            api
              .call('POST /appointment-links/move', { body: { token, startsAt, version } })
              .then((after) => done(after, words.moved), lookAgain)
          }
        />
      )}
      {act === 'cancel' && (
        <CancelForm
          appointment={appointment}
          words={words}
          locale={locale}
          onKeep={() => begin('look')}
          onCancel={(why) =>
            api
              .call('POST /appointment-links/cancel', { body: { token, why, version } })
              .then((after) => done(after, words.cancelled), lookAgain)
          }
        />
      )}
    </div>
  )
}
