import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '../../../ui/actions/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { hourOf } from '../formats.ts'
import { bandOf, placeOf } from '../grid/bands.ts'
import type { Day } from '../grid/days.ts'
import { hueLook, markLook } from '../look/mark-look.ts'
import { markOf, useShownCalendar } from '../shown-calendar.ts'
import { byDays, byQuarters } from './steps.ts'
import { TimeRefusal } from './time-refusal.tsx'
import type { Mover, Moving } from './use-moving.ts'

interface GhostProps {
  day: Day
  margins: { left: number; right: number }
  side: 'left' | 'right' | 'below'
  mover: Mover
}

/** Where an appointment would stand; with what can be said and done about it at its side. */
export function Ghost({ day, margins, side, mover }: GhostProps) {
  const shown = useShownCalendar()
  const { moving } = mover
  if (!moving) return null
  const { appointment, startsAt } = moving
  const lengthMs = Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)
  const band = bandOf(shown.zone, day, { from: startsAt, to: startsAt + lengthMs })
  // What reaches over midnight is said where it begins.
  if (!band || startsAt < day.from) return null
  const mark = markOf(shown, appointment.agent.id)
  const asks = moving.by === 'keys' || moving.state === 'refused'
  return (
    <div
      className={classNames('absolute z-4', hueLook[mark.hue])}
      style={{ ...placeOf(band), left: margins.left, right: margins.right }}
    >
      <div
        className={classNames(
          'relative h-full overflow-hidden rounded-s bg-(--wash) py-1 pr-1 pl-2.75 text-xs leading-tight shadow-float',
          'ring-2',
          moving.state === 'refused' ? 'ring-red' : 'ring-green',
          moving.state === 'sending' && 'animate-breathe',
          moving.by === 'hand' && 'pointer-events-none',
        )}
      >
        <span aria-hidden="true" className={classNames('absolute inset-y-0 left-0 w-1.5', markLook(mark))} />
        <b className="block tabular-nums">{hourOf(startsAt, shown)}</b>
        <span className="block truncate">{appointment.name}</span>
      </div>
      {asks && (
        <div
          className={classNames(
            'absolute w-74',
            side === 'right' && 'top-0 left-full ml-2',
            side === 'left' && 'top-0 right-full mr-2',
            side === 'below' && 'top-full left-0 mt-2',
          )}
        >
          <MovePanel moving={moving} mover={mover} />
        </div>
      )}
    </div>
  )
}

/** Takes the arrows while it has the focus; says where the appointment would stand, or why it cannot. */
function MovePanel({ moving, mover }: { moving: Moving; mover: Mover }) {
  const { zone } = useShownCalendar()
  const panel = useRef<HTMLElement>(null)
  const { words } = mover
  const { appointment, startsAt, state, refused } = moving
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes where the appointment goes
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [startsAt, refused])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepBy(event.key, startsAt, zone)
    const isPanel = event.target === event.currentTarget
    if (event.key === 'Escape') mover.putBack()
    else if (event.key === 'Enter' && isPanel) void mover.send()
    else if (to !== null) mover.aim(to)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section
      ref={panel}
      aria-label={words.title(appointment.name)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows move what it is about
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="floating grid gap-2.5 rounded-l p-3 text-s"
    >
      {refused ? (
        <TimeRefusal
          refused={refused}
          agentName={appointment.agent.name}
          zone={zone}
          onNearest={(at) => void mover.send({ startsAt: at })}
          anyway={{ label: words.anyway, act: (despite) => void mover.send({ despite }) }}
        />
      ) : (
        <>
          <p aria-live="assertive" className="font-semibold">
            {words.to(mover.whenOf(startsAt))}
          </p>
          <p className="text-ink-soft">
            {words.hint} {appointment.email !== '' && words.told(appointment.name)}
          </p>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {!refused && (
          <Button size="small" kind="main" isBusy={state === 'sending'} onPress={() => void mover.send()}>
            {words.here}
          </Button>
        )}
        <Button size="small" onPress={mover.putBack}>
          {words.putBack}
        </Button>
      </div>
    </section>
  )
}

function stepBy(key: string, at: number, zone: string): number | null {
  switch (key) {
    case 'ArrowUp':
      return byQuarters(at, -1)
    case 'ArrowDown':
      return byQuarters(at, 1)
    case 'ArrowLeft':
      return byDays(zone, at, -1)
    case 'ArrowRight':
      return byDays(zone, at, 1)
    default:
      return null
  }
}
