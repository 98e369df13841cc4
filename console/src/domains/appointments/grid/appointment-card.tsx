import { Check, TriangleAlert, UserX } from 'lucide-react'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { type CalendarWords, calendarWords } from '#words/calendar.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { initialsOf } from '../../../ui/people/person-look.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { hourOf } from '../formats.ts'
import { hueLook, markLook } from '../look/mark-look.ts'
import { isUpcoming, needsOther } from '../needs-other.ts'
import { markOf, useShownCalendar } from '../shown-calendar.ts'
import { type Band, placeOf } from './bands.ts'
import { cardLines } from './card-lines.ts'
import type { Place } from './columns.ts'
import type { Grab } from './use-drag.ts'

interface AppointmentCardProps {
  appointment: AppointmentForAgent
  band: Band
  place: Place
  /** What bars and strips take of the column, in pixels. */
  margins: { left: number; right: number }
  onGrab: Grab
}

/** An appointment in its day: pressed it opens, held it moves. */
export function AppointmentCard({ appointment, band, place, margins, onGrab }: AppointmentCardProps) {
  const { locale } = useSpeech()
  const words = calendarWords(locale)
  const shown = useShownCalendar()
  const { id, agent, state, reason, name } = appointment
  const mark = markOf(shown, agent.id)
  const isTodo = needsOther(appointment, laneOf(shown.lanes, agent.id), shown.now)
  const isGone = state === 'cancelled'
  const isMovable = appointment.may.keep && isUpcoming(appointment, shown.now)
  const flag = flagOf(appointment, isTodo, words)
  const { titleLines, shows, isTight } = cardLines(band.to - band.from, { hasFlag: flag !== null })
  const room = `(100% - ${margins.left + margins.right}px)`
  return (
    <button
      type="button"
      data-appointment={id}
      aria-haspopup="dialog"
      aria-expanded={shown.openedId === id}
      onPointerDown={isMovable ? (event) => onGrab(event, appointment) : undefined}
      onClick={() => shown.onOpen(id)}
      style={{
        ...placeOf(band),
        left: `calc(${margins.left}px + ${room} * ${place.column / place.columns})`,
        width: `calc(${room} * ${place.width / place.columns} - 2px)`,
      }}
      className={classNames(
        '@container absolute flex scroll-my-16 flex-col overflow-hidden *:flex-none rounded-s pr-1 pl-2.75 text-left text-xs leading-tight text-ink',
        hueLook[mark.hue],
        isTight ? 'py-px' : 'py-1',
        isGone ? 'bg-surface text-ink-soft inset-ring inset-ring-line-strong' : 'bg-(--wash)',
        isMovable ? 'cursor-grab' : 'cursor-pointer',
        ringOf({ isOpened: shown.openedId === id, isTodo }),
        shown.movingId === id && 'opacity-45',
      )}
    >
      <span aria-hidden="true" className={classNames('absolute inset-y-0 left-0 w-1.5', markLook(mark))} />
      <span className={classNames('block', isGone ? 'line-through' : 'font-semibold', titleLook[titleLines])}>
        {reason.name}
      </span>
      <span className={shows.name ? 'block truncate' : 'unseen'}>{name}</span>
      <span className={classNames('flex gap-1 tabular-nums', !shows.when && 'unseen')}>
        <b className="flex-none text-(--hue)">{initialsOf(agent.name)}</b> {/* Beside other cards its place says it. */}
        <span className="truncate text-ink-soft @max-[3.375rem]:max-w-0">
          {hourOf(appointment.startsAt, shown)}
          <span className="hidden @min-[6.5rem]:inline">–{hourOf(appointment.endsAt, shown)}</span>
        </span>
      </span>
      {flag && (
        <span className={shows.flag ? classNames('flex items-center gap-1', flag.look) : 'unseen'}>
          <Icon of={flag.icon} size="xxs" className="flex-none" />
          <span className="truncate">{flag.text}</span>
        </span>
      )}
      <span className="unseen">
        {agent.name} {isGone && words.states.cancelled}
      </span>
    </button>
  )
}

function ringOf({ isOpened, isTodo }: { isOpened: boolean; isTodo: boolean }): string {
  if (isOpened) return 'z-2 ring-2 ring-green shadow-float'
  return isTodo ? 'z-1 ring-2 ring-amber' : 'z-1 ring ring-surface'
}

const titleLook = { 1: 'truncate', 2: 'line-clamp-2 hyphens-auto', 3: 'line-clamp-3 hyphens-auto' }

/** What is to be done about it, or what became of it. */
function flagOf({ state }: AppointmentForAgent, isTodo: boolean, { needsOther, states }: CalendarWords) {
  if (isTodo) return { icon: TriangleAlert, text: needsOther, look: 'font-medium text-amber' }
  if (state === 'honoured') return { icon: Check, text: states.honoured, look: 'text-ink-soft' }
  return state === 'missed' ? { icon: UserX, text: states.missed, look: 'text-ink-soft' } : null
}

const laneOf = (lanes: ReturnType<typeof useShownCalendar>['lanes'], agentId: AppointmentForAgent['agent']['id']) =>
  lanes.find(({ agent }) => agent.id === agentId)
