import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { calendarWords } from '#words/calendar.ts'
import type { BesideProps } from '../../../live/beside-conversation.tsx'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { textLink } from '../../../ui/actions/button-look.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { part } from '../../../ui/parts.ts'
import { useNow } from '../../../ui/time/use-now.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { readerZone, whenOf } from '../formats.ts'
import { dateAt } from '../periods.ts'
import { besideQuery, reasonsQuery } from '../queries.ts'
import { comingFirst } from './coming-first.ts'

const BookDialog = lazy(part(() => import('../booking/book-dialog.tsx').then((file) => ({ default: file.BookDialog }))))

const nowStepMs = 60_000

/** The appointments of a conversation's visitor that the reader may see, each leading to where it stands; and a way to book one. */
export function AboutAppointments({ conversation }: BesideProps) {
  const { locale } = useSpeech()
  const words = calendarWords(locale).beside
  const { organisationId, active } = useMe()
  const now = useNow(nowStepMs).getTime()
  const [isBooking, setBooking] = useState(false)
  const known = useQuery(besideQuery(organisationId, conversation.id)).data
  const reasons = useQuery(reasonsQuery(organisationId)).data?.reasons ?? []
  const bookable = reasons.filter(
    ({ archivedAt, subAccountId }) => archivedAt === null && subAccountId === conversation.subAccountId,
  )
  const mayBook = active && bookable.length > 0
  const { coming, earlier } = comingFirst(known?.appointments ?? [], now)
  if (!mayBook && coming.length + earlier.length === 0) return null
  return (
    <section aria-label={words.title} className="border-b border-line px-4 py-3">
      <h3 className="mb-2 font-semibold">{words.title}</h3>
      {known && coming.length + earlier.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="grid gap-2">
        {coming.map((one) => (
          <Entry key={one.id} appointment={one} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <>
          <h4 className="mt-3 mb-1.5 text-xs font-medium text-ink-soft">{words.earlier}</h4>
          <ul className="grid gap-2">
            {earlier.map((one) => (
              <Entry key={one.id} appointment={one} />
            ))}
          </ul>
        </>
      )}
      {mayBook && (
        <div className="mt-3">
          <Button icon={CalendarPlus} size="small" onPress={() => setBooking(true)}>
            {words.book}
          </Button>
        </div>
      )}
      <Suspense>
        {isBooking && (
          <BookDialog
            zone={readerZone()}
            date={dateAt(readerZone(), now)}
            reasons={bookable}
            conversation={conversation}
            onClose={() => setBooking(false)}
          />
        )}
      </Suspense>
    </section>
  )
}

function Entry({ appointment }: { appointment: AppointmentForAgent }) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale)
  const { id, startsAt, state, reason, agent } = appointment
  const zone = readerZone()
  return (
    <li>
      <Link
        to="/appointments"
        search={{ date: dateAt(zone, Date.parse(startsAt)), open: id }}
        className={`${textLink} inline-block first-letter:uppercase`}
      >
        {whenOf(startsAt, { tag, zone })}
      </Link>
      <p className="text-xs text-ink-soft">
        {reason.name} · <bdi>{agent.name}</bdi>{' '}
        {state !== 'booked' && <Pill kind={state === 'honoured' ? 'green' : 'line'}>{words.states[state]}</Pill>}
      </p>
    </li>
  )
}
