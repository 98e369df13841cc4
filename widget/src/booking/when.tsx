/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Locale } from '#contract/vocabulary.ts'
import type { BookingWords } from '#words/booking.ts'
import { Icon } from '../chat/icon.tsx'
import {
  type DayNumber,
  dayAt,
  dayNumberOf,
  daysOf,
  firstFreeFrom,
  firstWeekAfter,
  lastWeek,
  lookOf,
  weekOf,
} from './days.ts'
import type { LookForTimes } from './doors.ts'
import { dayIn, daysIn, monthIn, timeIn, weekdayIn, zoneIn } from './moments.ts'
import { type Times, useTimes } from './use-times.ts'

interface Props {
  load: LookForTimes
  /** As it was chosen before. */
  chosen: string | null
  words: BookingWords
  locale: Locale
  onChoose(startsAt: string): void
}

/** A week's days, and the free times of one of them. */
export function When({ load, chosen, words, locale, onChoose }: Props) {
  const [today] = useState(() => new Date())
  const [{ week, day }, setShown] = useState(() => {
    const day = chosen === null ? null : dayNumberOf(today, new Date(chosen))
    return { week: day === null ? 0 : Math.max(0, weekOf(day)), day }
  })
  const look = lookOf(week)
  const { times, tryAgain } = useTimes(today, look, load, (found) => {
    setShown((shown) => {
      if (shown.day !== null && found.has(shown.day)) return shown
      const first = firstFreeFrom(found, shown.week * 7)
      return { week: first === undefined ? shown.week : weekOf(first), day: first ?? null }
    })
  })
  const days = daysOf(week)
  const [firstDay = 0, lastDay = 0] = [days[0], days.at(-1)]
  const list = useRef<HTMLElement>(null)
  const wasTouched = useRef(false)
  useEffect(() => {
    if (wasTouched.current && day !== null) list.current?.scrollIntoView({ block: 'nearest' })
  }, [day])

  function goTo(next: number) {
    wasTouched.current = true
    const known = typeof times === 'object' && lookOf(next) === look ? times : null
    setShown({ week: next, day: (known && daysOf(next).find((each) => known.has(each))) ?? null })
  }

  function show(next: DayNumber) {
    wasTouched.current = true
    setShown({ week: weekOf(next), day: next })
  }

  const free = typeof times === 'object' && day !== null ? times.get(day) : undefined
  return (
    <div class="when">
      <div class="weeks">
        <p id="week" aria-live="polite">
          {daysIn(locale, dayAt(today, firstDay), dayAt(today, lastDay))}
        </p>
        <button
          type="button"
          class="icon earlier"
          aria-label={words.earlier}
          disabled={week === 0}
          onClick={() => goTo(week - 1)}
        >
          <Icon name="down" size="l" />
        </button>
        <button
          type="button"
          class="icon later"
          aria-label={words.later}
          disabled={week === lastWeek}
          onClick={() => goTo(week + 1)}
        >
          <Icon name="down" size="l" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that nobody needs here */}
      <div class="days" role="group" aria-labelledby="week" aria-busy={times === 'looking'}>
        {days.map((each) => {
          const at = dayAt(today, each)
          const count = typeof times === 'object' ? (times.get(each)?.length ?? 0) : 0
          const month = monthIn(locale, at)
          return (
            <button
              key={each}
              type="button"
              disabled={count === 0}
              aria-pressed={each === day}
              onClick={() => show(each)}
            >
              <span>{weekdayIn(locale, at)} </span>
              <b>{at.getDate()}</b>
              <span class="hidden">{count === 0 ? words.none(month) : words.free(month, count)}</span>
            </button>
          )
        })}
      </div>
      <p class="state" role="status">
        {times === 'looking' && words.looking}
      </p>
      {times === 'failed' && (
        <p class="problem" role="alert">
          {navigator.onLine ? words.slotsFailed : `${words.offline} ${words.slotsFailed}`}{' '}
          <button type="button" class="link" onClick={tryAgain}>
            {words.retry}
          </button>
        </p>
      )}
      {free ? (
        <section class="times" aria-labelledby="day" ref={list}>
          <h3 id="day" aria-live="polite">
            {words.timesOf(dayIn(locale, dayAt(today, day ?? 0)))}
          </h3>
          <ul>
            {free.map((time) => (
              <li key={time}>
                <button type="button" aria-pressed={time === chosen} onClick={() => onChoose(time)}>
                  {timeIn(locale, new Date(time))}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        typeof times === 'object' && (
          <Nothing times={times} week={week} today={today} words={words} locale={locale} onDay={show} onWeek={goTo} />
        )
      )}
      <p class="zone">
        <Icon name="clock" size="xs" />
        {words.zone(zoneIn(locale))}
      </p>
    </div>
  )
}

interface NothingProps extends Pick<Props, 'words' | 'locale'> {
  times: Times & object
  week: number
  today: Date
  onDay(day: DayNumber): void
  onWeek(week: number): void
}

/** No free time: where the next one is, or where it may be. */
function Nothing({ times, week, today, words, locale, onDay, onWeek }: NothingProps) {
  const next = firstFreeFrom(times, week * 7)
  const later = firstWeekAfter(lookOf(week))
  return (
    <div class="nothing" role="status">
      <p>{next === undefined ? words.noneTheseWeeks : words.noneThisWeek}</p>
      {next !== undefined ? (
        <button type="button" class="other" onClick={() => onDay(next)}>
          {words.nextFree(dayIn(locale, dayAt(today, next)))}
        </button>
      ) : (
        later <= lastWeek && (
          <button type="button" class="other" onClick={() => onWeek(later)}>
            {words.laterWeeks(monthIn(locale, dayAt(today, later * 7)))}
          </button>
        )
      )}
    </div>
  )
}
