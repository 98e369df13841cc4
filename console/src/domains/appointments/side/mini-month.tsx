import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { dayMs } from '#contract/wall-clock.ts'
import { calendarWords } from '#words/calendar.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { dayOfWall } from '../formats.ts'
import type { Day } from '../grid/days.ts'
import { dateAt, dateOf, firstDayIn, weeksOfMonth } from '../periods.ts'

interface MiniMonthProps {
  zone: string
  now: number
  /** Around which the page shows days. */
  date: string
  days: readonly Day[]
  onDate: (date: string) => void
}

/** A month, to go to a day of it. The arrows go from day to day; one day at a time has the focus. */
export function MiniMonth({ zone, now, date, days, onDate }: MiniMonthProps) {
  const { locale, tag } = useSpeech()
  const words = calendarWords(locale).month
  const grid = useRef<HTMLTableElement>(null)
  const [looked, setLooked] = useState(date)
  // Led elsewhere, the month follows.
  const [known, setKnown] = useState(date)
  if (known !== date) {
    setKnown(date)
    setLooked(date)
  }
  const weeks = weeksOfMonth(looked, firstDayIn(tag))
  const today = dateAt(zone, now)
  const month = Number(looked.slice(5, 7))
  const shown = new Set(days.map(({ wall }) => dateOf(wall)))
  const title = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(wallOf(looked))
  const weekday = (style: 'narrow' | 'long', wall: number) =>
    new Intl.DateTimeFormat(tag, { weekday: style, timeZone: 'UTC' }).format(wall)

  const turn = (months: number) => {
    const [year = 0, at = 1] = looked.split('-').map(Number)
    setLooked(dateOf(Date.UTC(year, at - 1 + months, 1)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = dateOf(wallOf(looked) + step * dayMs)
    setLooked(next)
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus())
  }
  return (
    <section aria-label={words.title}>
      <div className="mb-1 flex items-center">
        <h2 aria-live="polite" className="flex-1 text-s font-semibold first-letter:uppercase">
          {title}
        </h2>
        <IconButton icon={ChevronLeft} label={words.back} size="small" onPress={() => turn(-1)} />
        <IconButton icon={ChevronRight} label={words.on} size="small" onPress={() => turn(1)} />
      </div>
      <table ref={grid} className="w-full table-fixed text-center text-xs tabular-nums" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weeks[0]?.map((wall) => (
              <th key={wall} scope="col" className="h-6.5 font-normal text-ink-soft">
                <span aria-hidden="true">{weekday('narrow', wall)}</span>
                <span className="unseen">{weekday('long', wall)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((wall) => {
                const one = dateOf(wall)
                return (
                  <td key={one} className={classNames('p-0', shown.has(one) && 'bg-green-wash')}>
                    <button
                      type="button"
                      data-date={one}
                      tabIndex={one === looked ? 0 : -1}
                      aria-current={one === today ? 'date' : undefined}
                      onClick={() => onDate(one)}
                      className={classNames(
                        'h-6.5 w-full cursor-pointer rounded-s hover:bg-line touch:h-11',
                        one === today && 'bg-green font-semibold text-green-ink hover:bg-green-strong',
                        one !== today && new Date(wall).getUTCMonth() + 1 !== month && 'text-ink-soft',
                      )}
                    >
                      <span aria-hidden="true">{new Date(wall).getUTCDate()}</span>
                      <span className="unseen">{dayOfWall(wall, tag)}</span>
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const steps: Record<string, number | undefined> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

const wallOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
