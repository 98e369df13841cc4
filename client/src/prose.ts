import { visitorLimits } from '#contract/limits.ts'

// What the server refuses in running text (contract/src/text.ts). Pasted text carries such signs unseen; nobody misses them.
const unprintable = /(?![\t\n])[\p{Cc}\u202d\u202e\ufff9-\ufffb]/gu

/** What somebody wrote, as it can be stored: composed, with \n for line ends, without invisible controls, trimmed. */
export function cleanProse(text: string): string {
  return text.replace(/\r\n?/g, '\n').toWellFormed().replace(unprintable, '').normalize('NFC').trim()
}

// And in a line of text.
const unprintableInLine = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu

/** A line that is no longer than that, as it can be stored. */
export function cleanLine(text: string, maxLength: number): string {
  const line = text.toWellFormed().replace(/\s/g, ' ').replace(unprintableInLine, '').normalize('NFC').trim()
  return line.slice(0, maxLength).toWellFormed()
}

/** How many characters are still free; negative when it is too long to be sent. */
export const charactersLeft = (text: string) => visitorLimits.messageLength - cleanProse(text).length
