interface Part {
  text: string
  isName: boolean
  /** Where it begins in the sentence. */
  at: number
}

/** A sentence in parts, so that its names can be drawn bold. The first name opens it; the second is the last place it stands. */
export function splitNames(sentence: string, [who, what]: readonly [string, string]): Part[] {
  const opening = who !== '' && sentence.startsWith(who) ? who.length : 0
  const found = what === '' ? -1 : sentence.lastIndexOf(what)
  const at = found < opening ? -1 : found
  const end = at < 0 ? sentence.length : at
  const parts = [
    { text: sentence.slice(0, opening), isName: true, at: 0 },
    { text: sentence.slice(opening, end), isName: false, at: opening },
    ...(at < 0
      ? []
      : [
          { text: what, isName: true, at },
          { text: sentence.slice(at + what.length), isName: false, at: at + what.length },
        ]),
  ]
  return parts.filter(({ text }) => text !== '')
}
