import { placeholdersOf } from '#contract/shortcut-variables.ts'
import type { ShortcutText } from '#contract/shortcuts.ts'
import type { ShortcutWords } from '#words/fr/console/shortcuts.ts'

export interface TextFault {
  language: string
  message: string
  /** The words that are wrong; null: there are none. */
  place: { start: number; end: number } | null
}

/** What is wrong with one text; null: nothing. */
export function faultOf({ language, text }: ShortcutText, words: ShortcutWords['form']): TextFault | null {
  if (text.trim() === '') return { language, message: words.needText, place: null }
  const unknown = placeholdersOf(text).find(({ variable }) => variable === null)
  if (!unknown) return null
  const { start, end } = unknown
  const line = text.slice(0, start).split('\n').length
  return { language, message: words.variableUnknown(text.slice(start, end), line), place: { start, end } }
}

export const firstFault = (texts: readonly ShortcutText[], words: ShortcutWords['form']): TextFault | null => {
  for (const text of texts) {
    const fault = faultOf(text, words)
    if (fault) return fault
  }
  return null
}

export const textFieldName = (language: string) => `text-${language}`
