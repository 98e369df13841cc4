import type { Passage } from '#contract/search.ts'
import { foldWords, isSought, type Sought } from '#server/platform/search-words.ts'

/** In characters, of a long text: what stands before the first hit, and all that is shown. */
const leadLength = 40
const shownLength = 160

/** A run of letters, their accents, and figures, as it stands in the text. */
const run = /[\p{L}\p{N}\p{M}]+/gu

/** A whole text, cut where what was looked for begins and ends. */
export function markHits(text: string, sought: Sought): Passage {
  const parts: Passage = []
  let from = 0
  const add = (until: number, isHit: boolean) => {
    if (until > from) parts.push({ text: text.slice(from, until), isHit })
    from = Math.max(from, until)
  }
  for (const match of text.matchAll(run)) {
    if (!foldWords(match[0]).some((word) => isSought(word, sought))) continue
    add(match.index, false)
    add(match.index + match[0].length, true)
  }
  add(text.length, false)
  return parts
}

/** One line of a text around the first word that was looked for. What is left out is an ellipsis. */
export function passageOf(text: string, sought: Sought): Passage {
  const line = text.replace(/\s+/gu, ' ').trim()
  const all = markHits(line, sought)
  const lead = all[0]?.isHit ? '' : (all[0]?.text ?? '')
  const begin = lead.length > leadLength && line.length > shownLength ? wordStart(lead, lead.length - leadLength) : 0
  const shown = [...line.slice(begin)]
  const isCut = shown.length > shownLength
  const kept = isCut ? shown.slice(0, shownLength).join('').trimEnd() : shown.join('')
  return markHits(`${begin > 0 ? '…' : ''}${kept}${isCut ? '…' : ''}`, sought)
}

/** The first word that begins at or after this place; a single long one is cut there, but never within a character. */
function wordStart(text: string, place: number): number {
  const space = text.indexOf(' ', place)
  if (space !== -1 && space + 1 < text.length) return space + 1
  return /^[\udc00-\udfff]/.test(text.slice(place)) ? place + 1 : place
}
