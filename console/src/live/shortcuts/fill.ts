import { placeholdersOf, type ShortcutVariable } from '#contract/shortcut-variables.ts'

/** What is known here and now; null: nothing. */
export type ShortcutValues = Record<ShortcutVariable, string | null>

/**
 * A text with its variables filled in. What is not known stays in braces, in the reader's own words, to be completed by hand:
 * « {{prénom du visiteur}} ».
 */
export function fillShortcut(text: string, values: ShortcutValues, labels: Record<ShortcutVariable, string>): string {
  let filled = ''
  let from = 0
  for (const { start, end, variable } of placeholdersOf(text)) {
    const value = variable && values[variable]?.trim()
    filled += text.slice(from, start) + (value || (variable ? `{{${labels[variable]}}}` : text.slice(start, end)))
    from = end
  }
  return filled + text.slice(from)
}

/** The places of a message that are still to be completed. */
export const unfilledIn = (text: string): { start: number; end: number; name: string }[] =>
  [...text.matchAll(/\{\{([^{}\n]+)\}\}/g)].map(({ 0: whole, 1: name = '', index }) => ({
    start: index,
    end: index + whole.length,
    name: name.trim(),
  }))
