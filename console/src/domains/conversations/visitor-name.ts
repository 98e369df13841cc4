import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationWords } from '#words/fr/console/conversations.ts'

/** What a visitor is called: their name, else their address, else four letters that tell them from others. */
export function visitorName(
  visitor: ConversationForAgent['visitor'],
  words: Pick<ConversationWords, 'visitor'>,
): string {
  return visitor.name ?? visitor.email ?? words.visitor(visitor.id.slice(-4).toUpperCase())
}

/** The same where there is little room: a first name alone, if they have said one. */
export function visitorFirstName(
  visitor: ConversationForAgent['visitor'],
  words: Pick<ConversationWords, 'visitor'>,
): string {
  return visitor.name === null ? visitorName(visitor, words) : firstName(visitor.name)
}

/** A language's own name in the reader's language: `nl` → « néerlandais ». */
export function languageName(code: string, tag: string): string {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(code) ?? code
  } catch {
    return code // Not a code this browser can read.
  }
}

/** « Ada Lefèvre » → « Ada »: where there is little room and everybody knows whom it is about. */
export const firstName = (name: string) => name.split(/\s/)[0] ?? name
