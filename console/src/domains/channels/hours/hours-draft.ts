import { faultsOf, type HoursFault, minutesPerDay, type OpeningHours } from '#contract/opening.ts'

/** Hours as they are typed: times as a clock shows them, or not yet there; each interval with a key of its own. */
export interface HoursDraft extends Omit<OpeningHours, 'week'> {
  week: IntervalDraft[][]
}

export interface IntervalDraft {
  key: number
  /** "09:00"; empty: nothing is typed. */
  from: string
  /** The same; 00:00 is the end of the day. */
  to: string
}

export interface DraftFault extends Omit<HoursFault, 'is'> {
  is: HoursFault['is'] | 'missing'
}

let keys = 0
export const newInterval = (from = '', to = ''): IntervalDraft => ({ key: ++keys, from, to })

export const draftOf = (hours: OpeningHours): HoursDraft => ({
  ...hours,
  week: hours.week.map((day) => day.map(({ fromMinute, toMinute }) => newInterval(shown(fromMinute), shown(toMinute)))),
})

/** What is saved. Where hours are not asked for, intervals that are not whole are left out. */
export const hoursOf = (draft: HoursDraft): OpeningHours => {
  const faulty = draft.opens === 'always' ? faultsIn(draft) : []
  const isFaulty = (day: number, interval: number) =>
    faulty.some((fault) => fault.day === day && fault.interval === interval)
  return {
    ...draft,
    week: draft.week.map((day, index) =>
      day
        .filter((_, interval) => !isFaulty(index, interval))
        .map(({ from, to }) => ({
          fromMinute: minuteOf(from),
          toMinute: endOf(to),
        })),
    ),
  }
}

/** What is wrong in each day: times that are missing, then what the server would refuse. */
export function faultsIn({ week }: Pick<HoursDraft, 'week'>): DraftFault[] {
  return week.flatMap((intervals, day): DraftFault[] => {
    const missing = intervals.findIndex(({ from, to }) => from === '' || to === '')
    if (missing >= 0) return [{ day, interval: missing, is: 'missing' }]
    const whole = intervals.map(({ from, to }) => ({ fromMinute: minuteOf(from), toMinute: endOf(to) }))
    return faultsOf([whole]).map((fault) => ({ ...fault, day }))
  })
}

/** The hours of a day, for other days. */
export const copiesOf = (day: readonly IntervalDraft[]): IntervalDraft[] =>
  day.map(({ from, to }) => newInterval(from, to))

/** The next interval somebody would want: a morning, then an afternoon, then from where the last one ends. */
export function nextInterval(day: readonly IntervalDraft[]): IntervalDraft {
  const last = day.at(-1)
  if (!last) return newInterval('09:00', '12:00')
  return last.to === '12:00' ? newInterval('14:00', '18:00') : newInterval(last.to === '00:00' ? '' : last.to, '')
}

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const endOf = (time: string): number => minuteOf(time) || minutesPerDay

const shown = (minute: number): string =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
