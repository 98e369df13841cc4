import type { JournalEntry } from '#contract/journal.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { journalWords } from '#words/journal.ts'

/** Says that what follows is UTF-8: without it spreadsheets break every accent. */
export const byteOrderMark = '\uFEFF'

const columns = [
  'at',
  'what',
  'act',
  'actor',
  'apiKey',
  'address',
  'userAgent',
  'targetKind',
  'target',
  'targetId',
  'before',
  'after',
  'door',
  'code',
] as const
type Column = (typeof columns)[number]

export function csvHead(locale: Locale): string {
  const { columns: names } = journalWords(locale)
  return lineOf(columns.map((column) => names[column]))
}

/** One entry as a line; its sentence in the reader's language, the rest as the API writes it. */
export function csvLine(entry: JournalEntry, locale: Locale): string {
  const words = journalWords(locale)
  const cells: Record<Column, string | null | undefined> = {
    at: entry.at,
    what: words.sentenceOf(entry),
    act: entry.act,
    actor: words.nameOf(entry.actor),
    apiKey: entry.apiKey,
    address: entry.address,
    userAgent: entry.userAgent,
    targetKind: entry.target && words.kinds[entry.target.kind],
    target: entry.target?.name,
    targetId: entry.target?.id,
    before: entry.before && JSON.stringify(entry.before),
    after: entry.after && JSON.stringify(entry.after),
    door: entry.refusal?.door,
    code: entry.refusal?.code,
  }
  return lineOf(columns.map((column) => cells[column] ?? ''))
}

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`

/** RFC 4180, each cell in quotes. */
const cellOf = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`

/** A spreadsheet would reckon what begins so: a name somebody chose must not become a formula. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)
