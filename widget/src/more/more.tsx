/** @jsxImportSource preact */
import type { JSX } from 'preact'
import { widgetMoreWords } from '#words/widget-more.ts'
import type { BookingOffer, OfferNeeds } from '../booking/booking-offer.tsx'
import type { BookingWish } from '../booking/draft.ts'
import type { View, Visit } from '../chat/view.ts'
import { recall, remember } from '../memory.ts'
import { Closing } from './closing.tsx'
import { LetterForm } from './letter-form.tsx'
import { Menu } from './menu.tsx'
import styles from './more.css?inline'

export type MoreNeeds = OfferNeeds

/** What few visitors need, or need late: the menu, how it was, the talk by letter, the way to an appointment. */
export interface More {
  menu(view: View, visit: Visit, onClose: () => void): JSX.Element
  /** Between the messages and the field: what is offered where nobody is there, what is asked at the end, and booking over it all. */
  foot(view: View): JSX.Element | null
  /** The way to an appointment, where one is led to it. */
  way(view: View, wish: BookingWish): JSX.Element | null
}

export function openMore(needs: MoreNeeds): More {
  const { api, channelKey, root, onChange } = needs
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets.push(sheet)
  const params = { channelKey }
  let offer: BookingOffer | null = null
  import('../booking/booking-offer.tsx').then(
    ({ offerBooking }) => {
      offer = offerBooking(needs)
      onChange()
    },
    () => {
      // Fail quietly: nothing is offered on this page.
    },
  )
  /** Of the closing whose card was put away. */
  let putAway = Number(recall(channelKey, 'put-away'))
  let isWriting = false

  function write(writing: boolean) {
    isWriting = writing
    onChange()
    if (!writing) focusField()
  }

  /** What held the focus is gone: it goes on where the visitor writes. */
  const focusField = () => queueMicrotask(() => root.querySelector<HTMLElement>('.composer textarea')?.focus())

  return {
    menu: (view, visit, onClose) => (
      <Menu
        view={view}
        words={widgetMoreWords[view.locale]}
        visit={visit}
        onClose={onClose}
        onLetter={() => {
          onClose()
          write(true)
        }}
        booking={offer?.line(view, onClose)}
      />
    ),
    way: (view, wish) => offer?.way(view, wish) || null,
    foot(view) {
      const { conversation, locale } = view
      const words = widgetMoreWords[locale]
      const booking = offer?.foot(view)
      if (booking?.screen) return booking.screen
      if (isWriting && conversation)
        return (
          <LetterForm
            words={words}
            email={recall(channelKey, 'email') ?? ''}
            onAsk={(email) =>
              api.call('POST /widget/:channelKey/transcript', {
                params,
                body: { email, locale, zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC' },
              })
            }
            onClose={() => write(false)}
          />
        )
      const closing = conversation?.closing
      if (!closing || closing.seq <= putAway) return booking?.card || null
      return (
        <Closing
          key={closing.seq}
          closing={closing}
          question={view.greeting.asksRating ? view.greeting.rating || words.question : null}
          words={words}
          onRate={({ score, word }) =>
            api.call('PUT /widget/:channelKey/rating', {
              params,
              body: { closingSeq: closing.seq, score, word, version: closing.rating?.version ?? 0 },
            })
          }
          onLetter={() => write(true)}
          onPutAway={() => {
            putAway = closing.seq
            remember(channelKey, 'put-away', `${putAway}`)
            onChange()
            focusField()
          }}
        />
      )
    },
  }
}
