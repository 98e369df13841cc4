/** @jsxImportSource preact */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ReasonForVisitor } from '#contract/appointments/booking.ts'
import { type BookingOfferWords, bookingOfferWords } from '#words/booking-offer.ts'
import type { View } from '../chat/view.ts'
import { isNobodyThere } from '../presence.ts'
import type { Booking, BookingNeeds } from './booking.tsx'
import type { BookingWish } from './draft.ts'

export interface OfferNeeds extends BookingNeeds {
  /** What the visitor reads, the dearest first. */
  wanted: string
}

/** The ways from the chat to booking, where the channel has something to book. */
export interface BookingOffer {
  /** In the menu. */
  line(view: View, onClose: () => void): JSX.Element | null
  /** Under the messages: booking itself once it was opened, else that one may book, where nobody is there to answer. */
  foot(view: View): { screen: JSX.Element | null; card: JSX.Element | false }
  /** Beside what leads there: words of an agent, the end of a questionnaire. */
  way(view: View, wish: BookingWish): JSX.Element | false
}

/** What may be booked is asked for once somebody may want it; the part that books is fetched when they do. */
export function offerBooking(needs: OfferNeeds): BookingOffer {
  const { api, channelKey, wanted, onChange } = needs
  let reasons: readonly ReasonForVisitor[] = []
  /** The language they were asked for in. */
  let asked = ''
  let answered = Promise.resolve()
  let part: typeof import('./booking.tsx') | null = null
  let booking: Booking | null = null

  /** What may be booked, asked for once in a language. */
  function ask({ greeting: { language } }: View): Promise<void> {
    if (asked !== language) {
      asked = language
      const languages = `${language},${wanted}`.slice(0, 300)
      answered = api
        .call('GET /widget/:channelKey/booking/reasons', { params: { channelKey }, query: { languages } })
        .then((answer) => {
          reasons = answer.reasons
          onChange()
        })
    }
    return answered
  }

  /** Whether there is anything to book, as far as it is known; asks where it is not. */
  function isOffered(view: View): boolean {
    ask(view).catch(() => {
      // Fail quietly: nothing is offered until it is asked for by somebody.
    })
    return reasons.length > 0 && view.greeting.state !== 'paused'
  }

  async function open(view: View, wish: BookingWish): Promise<void> {
    // An answer that did not come is asked for again.
    if (reasons.length === 0) asked = ''
    await ask(view)
    // Kept whole: its pages start by what nobody asks of it here (vite.config.ts).
    part ??= await import('./booking.tsx')
    booking ??= part.openBooking(needs)
    booking.open(reasons, wish)
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
            open(view, anything).catch(() => {})
          }}
        >
          {bookingOfferWords[view.locale].book}
        </button>
      )
    },
    foot(view) {
      const screen = booking?.draw(view) ?? null
      const { questions, greeting, conversation } = view
      const isLed = typeof questions === 'object' && questions.leadsToBooking()
      const isShown = !isLed && isNobodyThere(greeting) && conversation?.state !== 'open' && isOffered(view)
      const words = bookingOfferWords[view.locale]
      const card = isShown && (
        <section class="more" aria-label={words.book}>
          <p class="word">{words.when}</p>
          <Way words={words} onOpen={() => open(view, anything)} />
        </section>
      )
      return { screen, card }
    },
    way: (view, wish) =>
      view.greeting.state !== 'paused' && (
        <Way words={bookingOfferWords[view.locale]} onOpen={() => open(view, wish)} />
      ),
  }
}

const anything: BookingWish = { reasonId: null }

function Way({ words, onOpen }: { words: BookingOfferWords; onOpen(): Promise<void> }) {
  const [problem, setProblem] = useState('')
  return (
    <div class="way">
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="do" onClick={() => onOpen().catch(() => setProblem(words.failed))}>
        {words.book}
      </button>
    </div>
  )
}
