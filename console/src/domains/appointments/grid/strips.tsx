import { useMemo } from 'react'
import type { CalendarLane } from '#contract/appointments/appointments.ts'
import type { AgentId } from '#contract/ids.ts'
import { calendarWords } from '#words/calendar.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { hatchLook, hueLook } from '../look/mark-look.ts'
import { markOf, useShownCalendar } from '../shown-calendar.ts'
import { asSpan } from './as-span.ts'
import { type Band, bandOf, placeOf } from './bands.ts'
import { inColumns, type Place } from './columns.ts'
import type { Day } from './days.ts'

export const stripPx = 15

/** Somebody is not there, or busy elsewhere. */
interface StripOfDay {
  key: string
  agentId: AgentId
  label: string
  isBusy: boolean
  band: Band
  place: Place
}

/** Absences, holidays and outside busy times of a day, each beside those it meets. */
export function useStrips(lanes: readonly CalendarLane[], day: Day): StripOfDay[] {
  const { zone } = useShownCalendar()
  const words = calendarWords(useSpeech().locale)
  return useMemo(() => {
    const found = lanes.flatMap(({ agent, absences, holidays, busy }) =>
      [
        ...absences.map((one) => ({
          ...one,
          isBusy: false,
          label: one.label === '' ? words.absentUnlabelled(agent.name) : words.absent(agent.name, one.label),
        })),
        ...holidays.map((one) => ({ ...one, isBusy: false, label: words.absent(agent.name, one.name) })),
        ...busy.map((one) => ({ ...one, isBusy: true, label: words.busy(agent.name) })),
      ].flatMap(({ from, to, label, isBusy }) => {
        const band = bandOf(zone, day, asSpan({ from, to }))
        return band ? [{ key: `${agent.id} ${from} ${label}`, agentId: agent.id, label, isBusy, band }] : []
      }),
    )
    const places = inColumns(found.map(({ band }) => band))
    return found.map((one, number) => ({ ...one, place: places[number] ?? { column: 0, columns: 1, width: 1 } }))
  }, [lanes, day, zone, words])
}

// Less has no room for words on their side.
const wordsFrom = 60

/** Hatched in somebody's hue: across their own column, else at the edge of the day. */
export function Strip({ strip, isLane }: { strip: StripOfDay; isLane: boolean }) {
  const { agentId, label, isBusy, band, place } = strip
  const { hue } = markOf(useShownCalendar(), agentId)
  const isWorded = isLane || band.to - band.from >= wordsFrom
  return (
    <div
      title={label}
      style={{
        ...placeOf(band),
        ...(isLane ? { left: 0, right: 0 } : { right: 2 + place.column * stripPx, width: stripPx - 2 }),
      }}
      className={classNames(
        'absolute overflow-clip rounded-s text-xxs text-ink-soft inset-ring inset-ring-(--hue)',
        hueLook[hue],
        isBusy ? 'bg-(--wash) opacity-70' : hatchLook,
        isLane ? 'px-1.5 py-0.5' : 'flex items-start pt-1.5 [writing-mode:vertical-rl]',
      )}
    >
      <span
        className={classNames(
          isWorded ? 'sticky top-14 max-h-full max-w-full truncate rounded-xs bg-surface px-px py-0.5' : 'unseen',
          isLane && 'inline-block px-1',
        )}
      >
        {label}
      </span>
    </div>
  )
}
