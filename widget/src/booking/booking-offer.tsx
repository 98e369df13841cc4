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
  foot(view: View): { screen: JSX.Element | null; card: JSX.Element | null }
  /** Beside what leads there: words of an agent, the end of a questionnaire. */
  way(view: View, wish: BookingWish): JSX.Element | null
}

/** What may be booked is asked for once somebody may want it; the part that books is fetched when they do. */
export function offerBooking(needs: OfferNeeds): BookingOffer {
  const { api, channelKey, wanted, onChange } = needs
  let reasons: readonly ReasonForVisitor[] = []
  /** The language they were asked for in. */
  let asked = ''
  let answered: Promise<void> | null = null
  let part: typeof import('./booking.tsx') | null = null
  let booking: Booking | null = null

  /** What may be booked, asked for once in a language; after an answer that did not come, when it is wanted again. */
  function ask({ greeting: { language } }: View): Promise<void> {
    if (asked === language && answered) return answered
    asked = language
    const languages = `${language},${wanted}`.slice(0, 300)
    answered = api
      .call('GET /widget/:channelKey/booking/reasons', { params: { channelKey }, query: { languages } })
      .then((answer) => {
        reasons = answer.reasons
        onChange()
      })
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
    try {
      await ask(view)
    } catch (error) {
      answered = null
      throw error
    }
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
      if (isLed || !isNobodyThere(greeting) || conversation?.state === 'open' || !isOffered(view))
        return { screen, card: null }
      const words = bookingOfferWords[view.locale]
      const card = (
        <section class="more" aria-label={words.book}>
          <p class="word">{words.when}</p>
          <Way words={words} label={words.book} onOpen={() => open(view, anything)} />
        </section>
      )
      return { screen, card }
    },
    way(view, wish) {
      if (view.greeting.state === 'paused') return null
      const words = bookingOfferWords[view.locale]
      return <Way words={words} label={words.choose} onOpen={() => open(view, wish)} />
    },
  }
}

const anything: BookingWish = { reasonId: null }

function Way({ words, label, onOpen }: { words: BookingOfferWords; label: string; onOpen(): Promise<void> }) {
  const [problem, setProblem] = useState('')
  return (
    <div class="way">
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="do" onClick={() => onOpen().catch(() => setProblem(words.failed))}>
        {label}
      </button>
    </div>
  )
}
