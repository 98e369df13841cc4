/** @jsxImportSource preact */
import type { JSX } from 'preact'
import type { Api } from '#client/api.ts'
import type { ReasonForVisitor } from '#contract/appointments/booking.ts'
import { bookingWords } from '#words/booking.ts'
import type { View } from '../chat/view.ts'
import { recall } from '../memory.ts'
import styles from './booking.css?inline'
import { bookingDoors } from './doors.ts'
import { type BookingWish, newDraft } from './draft.ts'
import { Screen } from './screen.tsx'

export { startPage } from './pages.tsx'

export interface BookingNeeds {
  api: Api
  origin: string
  channelKey: string
  /** Where the chat's styles are. */
  root: ShadowRoot
  /** Makes the visitor's secret, if there is none yet. */
  beKnown(): Promise<unknown>
  onChange(): void
}

/** Booking within the chat's panel. What was chosen and written stays when it is closed, or the panel is. */
export interface Booking {
  /** With what may be booked now. */
  open(reasons: readonly ReasonForVisitor[], wish: BookingWish): void
  /** Over the panel; null: closed. */
  draw(view: View): JSX.Element | null
}

export function openBooking({ api, origin, channelKey, root, beKnown, onChange }: BookingNeeds): Booking {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets.push(sheet)
  const doors = bookingDoors(api, channelKey, beKnown)
  let reasons: readonly ReasonForVisitor[] = []
  let draft = newDraft([], {})
  let isOpen = false

  return {
    open(offered, { reasonId, known }) {
      const { reason, step, words } = draft
      // What was begun goes on, unless something else is wished for.
      const stands = step !== 'booked' && offered.some(({ id }) => id === reason?.id && id === (reasonId ?? id))
      draft = { ...draft, ...(!stands && newDraft(offered, { ...draft, reasonId })), words, ...known }
      reasons = offered
      isOpen = true
      onChange()
    },
    draw({ locale, greeting }) {
      if (!isOpen) return null
      if (draft.email === '') draft.email = recall(channelKey, 'email') ?? ''
      return (
        <Screen
          {...{ origin, reasons, draft, doors, locale, language: greeting.language, words: bookingWords[locale] }}
          change={(part) => {
            draft = { ...draft, ...part }
            onChange()
          }}
          onLeave={() => {
            isOpen = false
            onChange()
          }}
        />
      )
    },
  }
}
