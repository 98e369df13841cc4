import { CalendarSearch, ChevronLeft, ChevronRight, Plus, UserX } from 'lucide-react'
import { calendarWords } from '#words/calendar.ts'
import { Button } from '../../ui/actions/button.tsx'
import { IconButton } from '../../ui/actions/icon-button.tsx'
import { Pill } from '../../ui/feedback/pill.tsx'
import { Segments } from '../../ui/fields/segments.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { type CalendarView, calendarViews } from './address.ts'
import { periodOf } from './formats.ts'
import type { Day } from './grid/days.ts'
import { weekNumber } from './periods.ts'

interface ToolbarProps {
  view: CalendarView
  days: readonly Day[]
  /** Those that have to be given to somebody else. */
  toReassign: { count: number; onOpenFirst: () => void }
  isPhone: boolean
  /** Null: nothing can be booked. */
  onBook: (() => void) | null
  onToday: () => void
  onStep: (steps: number) => void
  onView: (view: CalendarView) => void
  /** Null: they are in sight. */
  onAgents: (() => void) | null
}

/** Over the calendar: where in time it is, and how it is shown. */
export function Toolbar(props: ToolbarProps) {
  const { view, days, toReassign, isPhone, onBook, onToday, onStep, onView, onAgents } = props
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale)
  const views = isPhone ? calendarViews.filter((one) => one !== 'week') : calendarViews
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-b border-line bg-surface px-5 py-2.5 phone:gap-y-1.5 phone:px-3">
      <Button size="small" keys={isPhone ? undefined : 't'} onPress={onToday}>
        {words.today}
      </Button>
      <div className="flex">
        <IconButton icon={ChevronLeft} label={words.back[view]} keys="k" onPress={() => onStep(-1)} />
        <IconButton icon={ChevronRight} label={words.on[view]} keys="j" onPress={() => onStep(1)} />
      </div>
      <h2
        aria-live="polite"
        className="truncate text-l font-semibold tracking-tight first-letter:uppercase phone:text-m"
      >
        {periodOf(days, tag, isPhone ? 'short' : 'long')}
      </h2>
      {view === 'week' && <Pill>{words.weekNumber(weekNumber((days[0]?.wall ?? 0) + thursday))}</Pill>}
      <div className="ml-auto flex flex-wrap items-center gap-2 phone:ml-0 phone:w-full">
        {toReassign.count > 0 && (
          <button
            type="button"
            title={words.needsOtherHint}
            onClick={toReassign.onOpenFirst}
            className="finger-sized inline-flex min-h-6 cursor-pointer items-center rounded-full"
          >
            <Pill kind="amber" icon={UserX}>
              <span aria-hidden="true" className="not-phone:hidden">
                {toReassign.count}
              </span>
              <span className="phone:unseen">{words.toReassign(toReassign.count)}</span>
            </Pill>
            <span className="unseen">{words.openFirst}</span>
          </button>
        )}
        <Segments
          label={words.view}
          value={view}
          onChange={onView}
          options={views.map((id) => ({ id, label: words.views[id] }))}
        />
        {onAgents && <IconButton icon={CalendarSearch} label={words.agents.pick} onPress={onAgents} />}
        {onBook && (
          <span className="phone:ml-auto">
            <Button kind="main" size="small" icon={Plus} onPress={onBook}>
              {words.book}
            </Button>
          </span>
        )}
      </div>
    </div>
  )
}

// Whatever day weeks begin with, this one is in the middle.
const thursday = 3 * 86_400_000
