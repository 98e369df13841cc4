export type Piece = string | { href: string }

// Nothing invisible inside an address: it could read otherwise than it leads.
const address = /https?:\/\/[^\s<>"`\u200b-\u200f\u2028-\u202e\u2060-\u206f]+/gi
const closing = /[.,;:!?'’»”)\]}]$/
const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** A text in pieces, its web addresses by themselves. Only http and https, and none that hides its host behind a name. */
export function splitLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    const href = trimmed(match[0])
    if (!leadsWhereItReads(href)) continue
    if (match.index > from) pieces.push(text.slice(from, match.index))
    pieces.push({ href })
    from = match.index + href.length
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

/** The sentence's own punctuation is not part of the address; a bracket that opens inside is. */
function trimmed(found: string): string {
  let href = found
  while (closing.test(href)) {
    const last = href.at(-1) ?? ''
    const opener = pairs[last]
    if (opener && href.split(opener).length >= href.split(last).length) break
    href = href.slice(0, -1)
  }
  return href
}

function leadsWhereItReads(href: string): boolean {
  try {
    const { protocol, username, password } = new URL(href)
    return (protocol === 'https:' || protocol === 'http:') && !username && !password
  } catch {
    return false
  }
}
