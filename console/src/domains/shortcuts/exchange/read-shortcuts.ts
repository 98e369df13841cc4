import { cleanProse } from '#client/prose.ts'
import { limits } from '#contract/limits.ts'
import { placeholdersOf } from '#contract/shortcut-variables.ts'
import type { ShortcutText } from '#contract/shortcuts.ts'
import { isKey, tidyKey } from '../key.ts'
import { withOurVariables } from './foreign-variables.ts'
import { readCsv } from './read-csv.ts'
import { formatName, formatVersion } from './write-shortcuts.ts'

/** A shortcut as a file has it, and where. */
export interface ReadShortcut {
  key: string
  texts: ShortcutText[]
}

export type LineFault =
  | 'no-key'
  | 'bad-key'
  | 'long-key'
  | 'no-text'
  | 'long-text'
  | 'bad-language'
  | 'variable-unknown'
  | 'repeated'
  | 'too-many-languages'

/** What is wrong with one line of a table, or with one shortcut of a list: which, counted from 1, and the words it is about. */
export interface FaultAt {
  line: number
  fault: LineFault
  about: string
}

/** Why a file is none of shortcuts at all. */
export type FileProblem = 'too-large' | 'empty' | 'newer' | 'not-json' | 'unclosed' | 'no-columns' | 'too-many'

export type ReadFile = { problem: FileProblem } | { shortcuts: ReadShortcut[]; faults: FaultAt[]; isTable: boolean }

interface Line {
  line: number
  key: string
  text: string
  /** Empty: none is told. */
  language: string
}

/**
 * Reads a file of shortcuts: ours, the JSON of Chatwoot's canned responses, or a table with a heading, as spreadsheets and other
 * products make it. Lines of one word in several languages are one shortcut. `language`: of texts that do not say theirs.
 */
export function readShortcuts(content: string, language: string): ReadFile {
  if (new TextEncoder().encode(content).length > limits.shortcutsImportBytes) return { problem: 'too-large' }
  const isTable = !/^\s*[[{]/.test(content.replace(/^\ufeff/, ''))
  const lines = isTable ? linesOfTable(content) : linesOfJson(content)
  if (typeof lines === 'string') return { problem: lines }
  if (lines.length === 0) return { problem: 'empty' }
  const read = gather(lines, language)
  return read.shortcuts.length > limits.shortcutsPerOwner ? { problem: 'too-many' } : { ...read, isTable }
}

/** Headings of a table by what stands below them; accents and case do not matter. */
const headings = {
  key: ['key', 'mot', 'raccourci', 'shortcut', 'short_code', 'short code', 'shortcode', 'bang', 'code', 'word'],
  text: ['text', 'texte', 'content', 'contenu', 'message', 'reponse', 'reply', 'response'],
  language: ['language', 'langue', 'locale', 'lang'],
}

function linesOfTable(content: string): Line[] | FileProblem {
  const rows = readCsv(content)
  if (rows === null) return 'unclosed'
  const [head, ...body] = rows
  if (!head) return 'empty'
  const names = head.cells.map((cell) => plainHeading(cell))
  const columnOf = (known: readonly string[]) => names.findIndex((name) => known.includes(name))
  const [key, text, language] = [columnOf(headings.key), columnOf(headings.text), columnOf(headings.language)]
  if (key < 0 || text < 0) return 'no-columns'
  return body.map(({ line, cells }) => ({
    line,
    key: cells[key] ?? '',
    // What a spreadsheet would reckon was written with an apostrophe before it.
    text: (cells[text] ?? '').replace(/^'(?='*[=+\-@])/, ''),
    language: cells[language] ?? '',
  }))
}

const plainHeading = (cell: string) => cell.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

function linesOfJson(content: string): Line[] | FileProblem {
  let parsed: unknown
  try {
    parsed = JSON.parse(content.replace(/^\ufeff/, ''))
  } catch {
    return 'not-json'
  }
  if (isRecord(parsed) && parsed.format === formatName && Number(parsed.formatVersion) > formatVersion) return 'newer'
  // Chatwoot answers with the bare list, or with a list below `payload`.
  const list = isRecord(parsed) ? (parsed.shortcuts ?? parsed.payload ?? parsed.data) : parsed
  if (!Array.isArray(list)) return 'no-columns'
  return list.flatMap((one: unknown, index) => linesOfShortcut(one, index + 1))
}

function linesOfShortcut(one: unknown, line: number): Line[] {
  if (!isRecord(one)) return [{ line, key: '', text: '', language: '' }]
  const key = words(one.key ?? one.short_code ?? one.bang)
  const texts = Array.isArray(one.texts) ? one.texts.filter(isRecord) : [one]
  return texts.map((text) => ({
    line,
    key,
    text: words(text.text ?? text.content ?? text.message),
    language: words(text.language ?? text.locale),
  }))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Shortcuts of the lines that fit, in their order, and what is wrong with the others. */
function gather(lines: readonly Line[], fallback: string): { shortcuts: ReadShortcut[]; faults: FaultAt[] } {
  const byKey = new Map<string, ReadShortcut>()
  const faults: FaultAt[] = []
  for (const { line, ...written } of lines) {
    // The slash or the exclamation mark of habit goes.
    const key = tidyKey(written.key.normalize('NFC').trim().replace(/^!/, ''))
    const text = withOurVariables(cleanProse(written.text))
    const language = languageOf(written.language) ?? fallback
    const shortcut = byKey.get(key) ?? { key, texts: [] }
    const fault = faultOf({ key, text, told: written.language, language }, shortcut)
    if (fault) {
      faults.push({ line, ...fault })
      continue
    }
    shortcut.texts.push({ language, text })
    byKey.set(key, shortcut)
  }
  return { shortcuts: [...byKey.values()], faults }
}

/** Of `fr`, `fr-CA` or `pt_BR` the language; null: none is told. */
const languageOf = (told: string): string | null => told.trim().toLowerCase().split(/[-_]/)[0] || null

function faultOf(
  { key, text, told, language }: { key: string; text: string; told: string; language: string },
  { texts }: ReadShortcut,
): Omit<FaultAt, 'line'> | null {
  if (key === '') return { fault: 'no-key', about: '' }
  if (!isKey(key)) return { fault: 'bad-key', about: key }
  if (key.length > limits.shortcutKeyLength) return { fault: 'long-key', about: key }
  if (text === '') return { fault: 'no-text', about: key }
  if (text.length > limits.shortcutTextLength) return { fault: 'long-text', about: key }
  if (!/^[a-z]{2,3}$/.test(language)) return { fault: 'bad-language', about: told.trim() }
  if (texts.some((one) => one.language === language)) return { fault: 'repeated', about: key }
  if (texts.length === limits.languagesPerShortcut) return { fault: 'too-many-languages', about: key }
  const unknown = placeholdersOf(text).find(({ variable }) => variable === null)
  return unknown ? { fault: 'variable-unknown', about: text.slice(unknown.start, unknown.end) } : null
}
