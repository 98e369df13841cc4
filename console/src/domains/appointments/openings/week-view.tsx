import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { CalendarForAgent, Opening } from '#contract/appointments/openings.ts'
import { dayMs } from '#contract/wall-clock.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { cityOf, periodOf } from '../formats.ts'
import { bandOf } from '../grid/bands.ts'
import { type Day, weekOf } from '../grid/days.ts'
import { calendarQuery } from '../queries.ts'
import { dateText } from './repeat.ts'
import { useOpeningWords } from './use-opening-words.ts'
import { type DayPart, partsOf } from './week.ts'
import { WeekDays } from './week-days.tsx'
import { WeekGrid } from './week-grid.tsx'
import { WeekLegend } from './week-legend.tsx'

/** A day as the week shows it. */
export interface ShownDay {
  day: Day
  parts: readonly DayPart[]
  /** Public holidays, by name. */
  holidays: readonly string[]
  /** From the other calendar, in minutes of the day. */
  busy: readonly { from: number; to: number }[]
}

/** What can be done from a week; absent where the reader may only look. */
export interface WeekActs {
  /** A date. */
  onAdd: (date: string) => void
  onChange: (opening: Opening) => void
  onCloseOnce: (span: DayPart['span']) => void
  onRemove: (opening: Opening) => void
}

interface WeekViewProps {
  calendar: CalendarForAgent
  acts: WeekActs | null
}

/** A week of somebody's, by their clocks: when they are open, absent, on holiday, busy elsewhere. */
export function WeekView({ calendar, acts }: WeekViewProps) {
  const { tag } = useSpeech()
  const words = useOpeningWords()
  const isPhone = useIsPhone()
  const [at, setAt] = useState(() => Date.now())
  const days = weekOf(calendar.zone, at)
  const shown = useShownDays(calendar, days)
  const now = Date.now()
  const isThisWeek = days.some(({ from, to }) => from <= now && now < to)
  // Noon: no change of clocks comes near it.
  const goTo = (weeks: number) => setAt((days[0]?.from ?? at) + weeks * 7 * dayMs + dayMs / 2)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" isDisabled={isThisWeek} onPress={() => setAt(Date.now())}>
          {words.week.today}
        </Button>
        <IconButton icon={ChevronLeft} label={words.week.earlier} onPress={() => goTo(-1)} />
        <IconButton icon={ChevronRight} label={words.week.later} onPress={() => goTo(1)} />
        <b className="font-medium" aria-live="polite">
          {periodOf(days, tag)}
        </b>
        <span className="ml-auto text-s text-ink-soft">{words.zone(cityOf(calendar.zone))}</span>
      </div>
      {isPhone ? <WeekDays days={shown} acts={acts} /> : <WeekGrid days={shown} acts={acts} />}
      <WeekLegend />
    </div>
  )
}

function useShownDays({ agentId, zone, openings }: CalendarForAgent, days: readonly Day[]): ShownDay[] {
  const { organisationId } = useMe()
  const week = { from: days[0]?.from ?? 0, to: days.at(-1)?.to ?? 0 }
  // Openings and absences are drawn from their rules, which can be changed here; the rest comes as times.
  const lane = useQuery(calendarQuery(organisationId, week, null)).data?.lanes.find(({ agent }) => agent.id === agentId)
  const bands = (day: Day, spans: readonly { from: string; to: string }[]) =>
    spans.flatMap(({ from, to }) => bandOf(zone, day, { from: Date.parse(from), to: Date.parse(to) }) ?? [])
  return days.map((day) => ({
    day,
    parts: partsOf(openings, day.wall),
    holidays: (lane?.holidays ?? []).filter((one) => bands(day, [one]).length > 0).map(({ name }) => name),
    busy: bands(day, lane?.busy ?? []),
  }))
}

export const dateOfDay = ({ wall }: Day): string => dateText(wall)
