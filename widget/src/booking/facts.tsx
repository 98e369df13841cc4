/** @jsxImportSource preact */
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { BookingWords } from '#words/booking.ts'
import { spanIn, zoneIn } from './moments.ts'

interface Props {
  appointment: AppointmentForVisitor
  words: BookingWords
  locale: Locale
}

/** What an appointment is for, when, with whom and where. */
export function Facts({ appointment, words, locale }: Props) {
  const { title, startsAt, endsAt, agent, place, placeDetail } = appointment
  return (
    <dl class="facts">
      <dt>{words.what}</dt>
      <dd dir="auto">{title}</dd>
      <dt>{words.at}</dt>
      <dd>
        {spanIn(locale, new Date(startsAt), new Date(endsAt))}
        <small>{zoneIn(locale)}</small>
      </dd>
      <dt>{words.with}</dt>
      <dd dir="auto">{agent.name}</dd>
      <dt>{words.where[place]}</dt>
      <dd dir="auto">
        {placeDetail === ''
          ? place === 'phone'
            ? words.byPhone
            : words.videoLater
          : place === 'video'
            ? link(placeDetail)
            : placeDetail}
      </dd>
    </dl>
  )
}

/** Of a video talk: the contract lets in no other than http(s). */
const link = (address: string) => (
  <a href={address} target="_blank" rel="noopener noreferrer">
    {address}
  </a>
)
