import { dayMs, type Span } from '#contract/wall-clock.ts'

/** A public holiday: whole days, by the clock on the wall. */
export interface Holiday extends Span {
  /** In the language asked for, else as the place itself calls it. */
  name: string
}

/** `FR`, or a part of a country that keeps days of its own: `FR-57`. */
export type HolidayPlace = string

type Calendar = InstanceType<typeof import('date-holidays')['default']>

let loading: Promise<typeof import('date-holidays')['default']> | undefined
/** The calendars of two hundred countries take most of a second to load: only once somebody keeps holidays. */
const load = () => {
  loading ??= import('date-holidays').then(({ default: Holidays }) => Holidays)
  return loading
}
const calendars = new Map<HolidayPlace, Calendar>()

interface NamedPlace {
  place: HolidayPlace
  name: string
}
const listed = new Map<string, Promise<NamedPlace[]>>()

/** The countries whose holidays are known, and their parts: what an agent may choose, by name in a language. Kept: it takes a moment. */
export function listHolidayPlaces(language: string): Promise<readonly NamedPlace[]> {
  const known = listed.get(language) ?? nameHolidayPlaces(language)
  listed.set(language, known)
  return known
}

async function nameHolidayPlaces(language: string): Promise<NamedPlace[]> {
  const all = new (await load())()
  // The library's own names of countries are each country's.
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const places = Object.keys(all.getCountries()).flatMap((country) => {
    const name = names.of(country) ?? country
    const parts = Object.entries(all.getStates(country, language) ?? {})
    return [
      { place: country, name },
      ...parts.map(([state, part]) => ({ place: `${country}-${state}`, name: `${name} – ${part}` })),
    ]
  })
  return places.sort((one, other) => one.name.localeCompare(other.name, language))
}

export async function isHolidayPlace(place: HolidayPlace): Promise<boolean> {
  const [country = '', state] = place.split('-', 2)
  const all = new (await load())()
  if (!Object.hasOwn(all.getCountries(), country)) return false
  return state === undefined || Object.hasOwn(all.getStates(country) ?? {}, state)
}

/** The public holidays of a place that meet a window, by the clock on the wall and in order. */
export async function holidaysOf(place: HolidayPlace, window: Span, language: string): Promise<Holiday[]> {
  const calendar = await calendarOf(place)
  return [...yearsOf(window)]
    .flatMap((year) => yearOf(calendar, { place, year, language }))
    .filter(({ from, to }) => from < window.to && to > window.from)
    .sort((one, other) => one.from - other.from)
}

/** Some hundred places in both languages over some years; beyond it, what was known is worked out again. */
const mostKept = 1_000
const kept = new Map<string, Holiday[]>()

/** Worked out once: Easter and the moon take their time, and every search asks for them. */
function yearOf(
  calendar: Calendar,
  { place, year, language }: { place: HolidayPlace; year: number; language: string },
): Holiday[] {
  const key = `${place} ${year} ${language}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const holidays = calendar
    .getHolidays(year, language)
    .filter(({ type }) => type === 'public')
    .map(({ date, start, end, name }) => {
      const from = Date.parse(date.slice(0, 10))
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs))
      return { from, to: from + days * dayMs, name }
    })
  kept.set(key, holidays)
  return holidays
}

async function calendarOf(place: HolidayPlace): Promise<Calendar> {
  const known = calendars.get(place)
  if (known) return known
  const [country = '', state] = place.split('-', 2)
  const Holidays = await load()
  const calendar = state === undefined ? new Holidays(country) : new Holidays(country, state)
  calendars.set(place, calendar)
  return calendar
}

/** A holiday may begin in the year before. */
function* yearsOf({ from, to }: Span): Generator<number> {
  const last = new Date(to).getUTCFullYear()
  for (let year = new Date(from - 7 * dayMs).getUTCFullYear(); year <= last; year++) yield year
}
