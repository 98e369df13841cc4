import { CalendarDays } from 'lucide-react'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { calendarWords } from '#words/calendar.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { EmptyState } from '../../../ui/feedback/states.tsx'
import { initialsOf } from '../../../ui/people/person-look.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { dayOfWall, hoursOf } from '../formats.ts'
import { hueLook, markLook } from '../look/mark-look.ts'
import { needsOther } from '../needs-other.ts'
import { markOf, useShownCalendar } from '../shown-calendar.ts'

/** Appointments day by day, in the order of time. */
export function AppointmentList({ onBook }: { onBook: (() => void) | null }) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale)
  const { days, appointments, now } = useShownCalendar()
  const filled = days.flatMap((day) => {
    const held = appointments
      .filter(({ startsAt }) => Date.parse(startsAt) >= day.from && Date.parse(startsAt) < day.to)
      .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
    return held.length > 0 ? [{ day, held }] : []
  })
  if (filled.length === 0)
    return (
      <EmptyState
        icon={CalendarDays}
        title={words.empty.title}
        actions={onBook && <Button onPress={onBook}>{words.bookLong}</Button>}
      >
        {words.empty.text}
      </EmptyState>
    )
  return (
    <div className="min-h-0 flex-1 overflow-auto px-5 py-4 phone:px-3">
      <div className="grid max-w-240 gap-5">
        {filled.map(({ day, held }) => (
          <section key={day.wall} aria-label={dayOfWall(day.wall, tag)}>
            <h3 className="mb-1.5 flex items-center gap-2 text-s font-semibold first-letter:uppercase">
              <span className="first-letter:uppercase">{dayOfWall(day.wall, tag)}</span>
              {now >= day.from && now < day.to && <Pill kind="green">{words.today}</Pill>}
            </h3>
            <ul className="overflow-hidden rounded-m border border-line bg-surface">
              {held.map((one) => (
                <li key={one.id} className="border-t border-line first:border-t-0">
                  <Row appointment={one} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

function Row({ appointment }: { appointment: AppointmentForAgent }) {
  const words = calendarWords(useSpeech().locale)
  const shown = useShownCalendar()
  const { id, agent, state, reason, name } = appointment
  const mark = markOf(shown, agent.id)
  const lane = shown.lanes.find((one) => one.agent.id === agent.id)
  const isGone = state === 'cancelled'
  return (
    <button
      type="button"
      data-appointment={id}
      aria-haspopup="dialog"
      aria-expanded={shown.openedId === id}
      onClick={() => shown.onOpen(id)}
      className={classNames(
        'flex min-h-12 w-full cursor-pointer items-center gap-3 py-2 pr-3 text-left -outline-offset-2 hover:bg-sunken',
        hueLook[mark.hue],
        shown.openedId === id && 'bg-green-wash',
      )}
    >
      <span aria-hidden="true" className={classNames('w-1.5 self-stretch rounded-r-xs', markLook(mark))} />
      <span className="w-27 flex-none text-s tabular-nums phone:w-22">{hoursOf(appointment, shown)}</span>
      <span className="grid min-w-0 flex-1">
        <span className={classNames('truncate', isGone ? 'text-ink-soft line-through' : 'font-medium')}>{name}</span>
        <span className="truncate text-s text-ink-soft">
          {reason.name} · {words.places[appointment.place]}
        </span>
      </span>
      {needsOther(appointment, lane, shown.now) && <Pill kind="amber">{words.needsOther}</Pill>}
      {state !== 'booked' && <Pill kind={state === 'honoured' ? 'green' : 'line'}>{words.states[state]}</Pill>}
      <span className="flex-none text-s">
        <b className="text-(--hue)">{initialsOf(agent.name)}</b>
        <span className="ml-2 phone:unseen">{agent.name}</span>
      </span>
    </button>
  )
}
