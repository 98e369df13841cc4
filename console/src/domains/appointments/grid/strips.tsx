import { useMemo } from 'react'
import type { CalendarLane } from '#contract/appointments/appointments.ts'
import { calendarWords } from '#words/calendar.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { hatchLook, hueLook } from '../look/mark-look.ts'
import { markOf, useShownCalendar } from '../shown-calendar.ts'
import { asSpan } from './as-span.ts'
import { bandOf, placeOf } from './bands.ts'
import type { Day } from './days.ts'
import { foldStrips, type PlacedStrip } from './fold-strips.ts'

export const stripPx = 15

/** Absences, holidays and outside busy times of a day, each beside those it meets. */
export function useStrips(lanes: readonly CalendarLane[], day: Day): PlacedStrip[] {
  const { zone } = useShownCalendar()
  const words = calendarWords(useSpeech().locale)
  return useMemo(() => {
    const away = lanes.flatMap(({ agent, absences, busy }) => [
      ...absences.map((one) => ({
        ...one,
        agentId: agent.id,
        isBusy: false,
        label: one.label === '' ? words.absentUnlabelled(agent.name) : words.absent(agent.name, one.label),
      })),
      ...busy.map((one) => ({ ...one, agentId: agent.id, isBusy: true, label: words.busy(agent.name) })),
    ])
    const holidays = holidaysOf(lanes).map(({ agents: [first, ...others], name, ...span }) => {
      const only = others.length === 0 ? first : undefined
      const label = only ? words.absent(only.name, name) : words.holiday(name)
      return { ...span, agentId: only?.id ?? null, isBusy: false, label }
    })
    const found = [...holidays, ...away].flatMap(({ from, to, agentId, label, isBusy }) => {
      const band = bandOf(zone, day, asSpan({ from, to }))
      return band ? [{ key: `${agentId} ${from} ${label}`, agentId, label, isBusy, band }] : []
    })
    return foldStrips(found, words.awayMore)
  }, [lanes, day, zone, words])
}

/** Most people have the same: it is told once. */
function holidaysOf(lanes: readonly CalendarLane[]) {
  const found = new Map<string, CalendarLane['holidays'][number] & { agents: CalendarLane['agent'][] }>()
  for (const { agent, holidays } of lanes)
    for (const holiday of holidays) {
      const key = `${holiday.from} ${holiday.name}`
      found.set(key, { ...holiday, agents: [...(found.get(key)?.agents ?? []), agent] })
    }
  return [...found.values()]
}

// Less has no room for words on their side.
const wordsFrom = 60

/** Of several people: in nobody's hue. */
const severalLook = '[--hue:var(--line-strong)] [--wash:var(--sunken)]'

/** Hatched in somebody's hue: across their own column, else at the edge of the day. */
export function Strip({ strip, isLane }: { strip: PlacedStrip; isLane: boolean }) {
  const { agentId, label, isBusy, band, place } = strip
  const shown = useShownCalendar()
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
        agentId === null ? severalLook : hueLook[markOf(shown, agentId).hue],
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
