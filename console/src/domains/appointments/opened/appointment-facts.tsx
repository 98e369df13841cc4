import { Link } from '@tanstack/react-router'
import { Ban, Clock, Headset, MapPin, MessageSquare, MessageSquareText, RotateCcw, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { calendarWords } from '#words/calendar.ts'
import { textLink } from '../../../ui/actions/button-look.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Icon, type LucideIcon } from '../../../ui/look/icon.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { cityOf, hourOf, spanOf } from '../formats.ts'
import { hueLook, markLook } from '../look/mark-look.ts'
import type { Mark } from '../look/marks.ts'

interface AppointmentFactsProps {
  appointment: AppointmentForAgent
  zone: string
  mark: Mark
}

/** When, who comes, who receives, where, and what led to it. */
export function AppointmentFacts({ appointment, zone, mark }: AppointmentFactsProps) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale)
  const { startsAt, email, phone, placeDetail, place, conversationId, cancelled, state } = appointment
  const isElsewhere =
    appointment.zone !== zone && hourOf(startsAt, { tag, zone: appointment.zone }) !== hourOf(startsAt, { tag, zone })
  return (
    <ul className="grid gap-2 text-s">
      <Fact icon={Clock}>
        <span className="block first-letter:uppercase">{spanOf(appointment, { tag, zone })}</span>
        <span className="block text-ink-soft">
          <RelativeTime at={startsAt} />
        </span>
        {isElsewhere && (
          <span className="block text-ink-soft">
            {words.facts.zoneOfVisitor(hourOf(startsAt, { tag, zone: appointment.zone }), cityOf(appointment.zone))}
          </span>
        )}
      </Fact>
      <Fact icon={UserRound}>
        <span className="block font-medium wrap-anywhere">{appointment.name}</span>
        {email !== '' && (
          <a href={`mailto:${email}`} className={classNames(textLink, 'block w-fit wrap-anywhere')}>
            {email}
          </a>
        )}
        {phone !== '' && (
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} className={classNames(textLink, 'block w-fit')}>
            {phone}
          </a>
        )}
      </Fact>
      <Fact icon={Headset}>
        <span className={classNames('flex items-center gap-2', hueLook[mark.hue])}>
          <span aria-hidden="true" className={classNames('size-3 flex-none rounded-xs', markLook(mark))} />
          {appointment.agent.name}
        </span>
      </Fact>
      <Fact icon={MapPin}>
        {words.places[place]}
        {placeDetail !== '' && <span className="block wrap-anywhere text-ink-soft">{placeDetail}</span>}
      </Fact>
      {appointment.words !== '' && (
        <Fact icon={MessageSquareText}>
          <span className="unseen">{words.facts.words} </span>
          <span className="block max-h-32 overflow-auto wrap-anywhere whitespace-pre-line">{appointment.words}</span>
        </Fact>
      )}
      {conversationId !== null && (
        <Fact icon={MessageSquare}>
          <Link to="/conversations/$conversationId" params={{ conversationId }} className={textLink}>
            {words.facts.conversation}
          </Link>
        </Fact>
      )}
      {appointment.askedToMoveAt !== null && <Fact icon={RotateCcw}>{words.facts.askedToMove}</Fact>}
      {cancelled && (
        <Fact icon={Ban}>
          {cancelled.by === 'visitor' ? words.facts.cancelledByVisitor : words.facts.cancelledByAgent}
          {cancelled.why !== '' && <span className="block wrap-anywhere text-ink-soft">{cancelled.why}</span>}
        </Fact>
      )}
      <li className="flex flex-wrap items-center gap-1.5">
        <Pill kind={stateLooks[state]}>{words.states[state]}</Pill>
        <Pill>{appointment.bookedBy === 'visitor' ? words.facts.bookedByVisitor : words.facts.bookedByAgent}</Pill>
      </li>
    </ul>
  )
}

const stateLooks = { booked: 'blue', honoured: 'green', missed: 'amber', cancelled: 'line' } as const

function Fact({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex gap-2.5">
      <Icon of={icon} className="mt-0.5 flex-none text-ink-soft" />
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  )
}
