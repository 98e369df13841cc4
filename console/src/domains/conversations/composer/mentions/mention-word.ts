import type { AgentId } from '#contract/ids.ts'
import type { ReaderForAgent } from '#contract/words.ts'
import { plain } from '../../../../ui/overlays/fuzzy.ts'

/** A name begun with "@": where it stands, and what was typed of it. */
export interface MentionWord {
  start: number
  end: number
  typed: string
}

/** Nobody is called by more words than these. */
const wordsMost = 3

/** The "@" before the caret, if a name may be meant: at the beginning of a word, with no line between. */
export function mentionAt(text: string, caret: number): MentionWord | null {
  const before = text.slice(0, caret)
  const start = before.lastIndexOf('@')
  if (start < 0 || !/(^|[\s(])$/.test(before.slice(0, start))) return null
  const typed = before.slice(start + 1)
  if (/[\n@]/.test(typed) || typed.split(' ').length > wordsMost) return null
  return { start, end: caret, typed }
}

/** Whom the typed letters may mean: names of which a word begins so. */
export function findReaders(readers: readonly ReaderForAgent[], typed: string): ReaderForAgent[] {
  const sought = plain(typed)
  return readers.filter(({ name }) => plain(name).startsWith(sought) || plain(name).includes(` ${sought}`))
}

/** Whom a note names, by its words alone: what was erased again is no mention. */
export const mentionsIn = (text: string, readers: readonly ReaderForAgent[]): AgentId[] =>
  readers.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)
