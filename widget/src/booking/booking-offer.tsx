/** @jsxImportSource preact */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ReasonForVisitor } from '#contract/appointments/booking.ts'
import { type BookingOfferWords, bookingOfferWords } from '#words/booking-offer.ts'
import type { View } from '../chat/view.ts'
import { isNobodyThere } from '../presence.ts'
import type { Booking, BookingNeeds } from './booking.tsx'

export interface OfferNeeds extends BookingNeeds {
  /** What the visitor reads, the dearest first. */
  wanted: string
}

/** The ways from the chat to booking, where the channel has something to book. */
export interface BookingOffer {
  /** In the menu. */
  line(view: View, onClose: () => void): JSX.Element | null
  /** Under the messages: booking itself once it was opened, else that one may book, where nobody is there to answer. */
  foot(view: View): { screen: JSX.Element | null; card: JSX.Element | null }
}

/** What may be booked is asked for once somebody may want it; the part that books is fetched when they do. */
export function offerBooking(needs: OfferNeeds): BookingOffer {
  const { api, channelKey, wanted, onChange } = needs
  let reasons: readonly ReasonForVisitor[] = []
  /** The language they were asked for in. */
  let asked = ''
  let part: typeof import('./booking.tsx') | null = null
  let booking: Booking | null = null

  /** Whether there is anything to book, as far as it is known; asks where it is not. */
  function isOffered({ greeting: { language, state } }: View): boolean {
    if (asked !== language) {
      asked = language
      const languages = `${language},${wanted}`.slice(0, 300)
      api.call('GET /widget/:channelKey/booking/reasons', { params: { channelKey }, query: { languages } }).then(
        (answer) => {
          reasons = answer.reasons
          onChange()
        },
        () => {
          // Fail quietly: nothing is offered on this page.
        },
      )
    }
    return reasons.length > 0 && state !== 'paused'
  }

  async function open(): Promise<void> {
    // Kept whole: its pages start by what nobody asks of it here (vite.config.ts).
    part ??= await import('./booking.tsx')
    booking ??= part.openBooking(needs)
    booking.open(reasons)
  }

  return {
    line(view, onClose) {
      if (!isOffered(view)) return null
      return (
        <button
          type="button"
          onClick={() => {
            onClose()
            // Fail quietly: wanted again, it is fetched again.
            open().catch(() => {})
          }}
        >
          {bookingOfferWords[view.locale].book}
        </button>
      )
    },
    foot(view) {
      const screen = booking?.draw(view) ?? null
      if (!isNobodyThere(view.greeting) || view.conversation?.state === 'open' || !isOffered(view))
        return { screen, card: null }
      return { screen, card: <Card words={bookingOfferWords[view.locale]} onOpen={open} /> }
    },
  }
}

function Card({ words, onOpen }: { words: BookingOfferWords; onOpen(): Promise<void> }) {
  const [problem, setProblem] = useState('')
  return (
    <section class="more" aria-label={words.book}>
      <p class="word">{words.when}</p>
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="do" onClick={() => onOpen().catch(() => setProblem(words.failed))}>
        {words.book}
      </button>
    </section>
  )
}
