import type { JournalField, JournalValue } from '#contract/journal-acts.ts'
import { formatExact } from '../../ui/time/format-time.ts'
import { useSpeech } from '../../ui/words.tsx'

/** What a value is called by the forms of the console; one they do not know is shown as it is. */
export function useValueInWords() {
  const { words, tag } = useSpeech()
  const { values } = words.journal
  const numbers = new Intl.NumberFormat(tag)
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const named: Partial<Record<JournalField, (code: string) => string | undefined>> = {
    role: (code) => nameIn(words.agents.roles, code),
    model: (code) => nameIn(words.agents.roles, code),
    modules: (code) => nameIn(values.modules, code),
    reach: (code) => nameIn(values.reaches, code),
    languages: (code) => languages.of(code),
    locale: (code) => languages.of(code),
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

const nameIn = (names: Readonly<Record<string, string>>, code: string): string | undefined => names[code]
