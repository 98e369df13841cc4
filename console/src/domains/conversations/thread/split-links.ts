/** A stretch of a message: plain, or an address that may be followed. */
export interface TextPart {
  text: string
  /** Absolute, http or https; null: plain. */
  href: string | null
}

const address = /https?:\/\/[^\s<>"'`\u00ab\u00bb\u2018-\u201f]+/giu
// Ends of sentences and closing brackets are rarely meant to be part of an address.
const tail = /[.,;:!?…)\]}]+$/u

/** Finds the web addresses in what somebody wrote. The parts joined are the text, exactly. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    const found = trimTail(match[0])
    const href = safeHref(found)
    if (href === null) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null })
    parts.push({ text: found, href })
    from = match.index + found.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null })
  return parts
}

function trimTail(found: string): string {
  const trimmed = found.replace(tail, '')
  // A bracket that was opened inside belongs to the address: https://fr.wikipedia.org/wiki/Comptoir_(meuble)
  const isOpened = trimmed.lastIndexOf('(') > trimmed.lastIndexOf(')')
  return isOpened && found.startsWith(`${trimmed})`) ? `${trimmed})` : trimmed
}

/** The address as a browser understands it, when it is one that may be followed. Names and passwords inside are a trick. */
export function safeHref(text: string): string | null {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return url.username || url.password ? null : url.href
}
