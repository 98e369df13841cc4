// Free of the validator, so that words and console may import it.

/** What a shortcut may leave open, to be filled in front of the agent's eyes: written {{visitor.name}} in its text. */
export const shortcutVariables = [
  'visitor.name',
  'visitor.firstName',
  'agent.name',
  'agent.firstName',
  'subAccount.name',
  'organisation.name',
  'channel.name',
  'page.title',
] as const
export type ShortcutVariable = (typeof shortcutVariables)[number]

/** A stretch of a text, as written between `start` and `end` (UTF-16 code units). */
export interface Placeholder {
  /** What stands between the braces. */
  name: string
  start: number
  end: number
  /** Null: there is no such variable, or the braces are never closed. */
  variable: ShortcutVariable | null
}

/** Every {{…}} of a text in its order, also those that mean nothing. */
export const placeholdersOf = (text: string): Placeholder[] =>
  [...text.matchAll(/\{\{([^{}\n]*)(\}\})?/g)].map(({ 0: whole, 1: inside = '', 2: closing, index }) => {
    const name = inside.trim()
    const variable = closing ? (shortcutVariables.find((known) => known === name) ?? null) : null
    return { name, start: index, end: index + whole.length, variable }
  })
