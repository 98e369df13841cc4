/** A stretch of a note: words, or the name of a colleague behind its "@". */
export interface NotePart {
  text: string
  isName: boolean
}

/** Finds whom a note names. The parts joined are the text, exactly; of two names that begin alike the longer is meant. */
export function splitMentions(text: string, names: readonly string[]): NotePart[] {
  const known = names.map((name) => `@${name}`).sort((one, other) => other.length - one.length)
  const parts: NotePart[] = []
  let words = ''
  for (let at = 0; at < text.length; ) {
    const found = text[at] === '@' ? known.find((name) => text.startsWith(name, at)) : undefined
    if (found && words !== '') parts.push({ text: words, isName: false })
    if (found) parts.push({ text: found, isName: true })
    words = found ? '' : words + text.charAt(at)
    at += found?.length ?? 1
  }
  if (words !== '') parts.push({ text: words, isName: false })
  return parts
}
