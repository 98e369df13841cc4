/** A word that begins with "/" and holds the caret. */
export interface SlashWord {
  start: number
  end: number
  /** What follows the slash, up to the caret. */
  typed: string
}

/** The one at the caret; null: there is none. A slash within a word, or a second one, is a path or a date, not a wish. */
export function slashWordAt(text: string, caret: number): SlashWord | null {
  const start = text.slice(0, caret).search(/(?<=^|\s)\/[^\s/]*$/)
  if (start < 0) return null
  const rest = /^[^\s]*/.exec(text.slice(caret))?.[0] ?? ''
  return rest.includes('/') ? null : { start, end: caret + rest.length, typed: text.slice(start + 1, caret) }
}
