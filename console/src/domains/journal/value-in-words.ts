import type { JournalField, JournalValue } from '#contract/journal-acts.ts'
import { formatExact } from '../../ui/time/format-time.ts'
import { useSpeech } from '../../ui/words.tsx'

/** What a value is called by the forms of the console; one they do not know is shown as it is. */
export function useValueInWords() {
  const { words, tag } = useSpeech()
  const { values } = words.journal
  const numbers = new Intl.NumberFormat(tag)
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const { absence, hours, look } = words.channels
  const weekday = (day: number) =>
    // 5 January 2026 was a Monday.
    new Date(Date.UTC(2026, 0, 4 + day)).toLocaleDateString(tag, { weekday: 'long', timeZone: 'UTC' })
  const named: Partial<Record<JournalField, (code: string) => string | undefined>> = {
    role: (code) => nameIn(words.agents.roles, code),
    model: (code) => nameIn(words.agents.roles, code),
    modules: (code) => nameIn(values.modules, code),
    reach: (code) => nameIn(values.reaches, code),
    place: (code) => nameIn(values.places, code),
    takers: (code) => (code === 'everybody' ? values.everybody : undefined),
    languages: (code) => languages.of(code),
    locale: (code) => languages.of(code),
    whenNobody: (code) => nameIn(optionsOf(absence.options), code),
    hours: (code) =>
      code === 'always' ? hours.always : code.replace(/^([1-7]) /, (_, day: string) => `${weekday(Number(day))} `),
    position: (code) =>
      code.replace(
        /^(left|right) (\d+) (\d+)$/,
        (_, side: string, x, y) => `${nameIn(look.sides, side)}, ${x} px, ${y} px`,
      ),
    expiresAt: (instant) => formatExact(new Date(instant), tag),
  }
  return (field: JournalField, value: JournalValue | undefined): string => {
    const nameOf = (code: string) => named[field]?.(code) ?? code
    if (isNothing(field, value)) return values.nothing
    if (value === null || value === undefined) return values.unlimited
    if (typeof value === 'boolean') return value ? values.yes : values.no
    if (typeof value === 'number') return numbers.format(value)
    return typeof value === 'string' ? nameOf(value) : value.map(nameOf).join(', ')
  }
}

/** Not there. Of a limit of conversations, none is something: they are unlimited. */
export function isNothing(field: JournalField, value: JournalValue | undefined): boolean {
  if (value === null) return field !== 'conversationLimit'
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

const optionsOf = (options: Readonly<Record<string, { label: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(options).map(([id, { label }]) => [id, label]))

const nameIn = (names: Readonly<Record<string, string>>, code: string): string | undefined => names[code]
