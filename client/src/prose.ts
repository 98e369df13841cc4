import { limits } from '#contract/limits.ts'

// What the server refuses in running text (contract/src/text.ts). Pasted text carries such signs unseen; nobody misses them.
const unprintable = /(?![\t\n])[\p{Cc}\u202d\u202e\ufff9-\ufffb]/gu

/** What somebody wrote, as it can be stored: composed, with \n for line ends, without invisible controls, trimmed. */
export function cleanProse(text: string): string {
  return text.replace(/\r\n?/g, '\n').toWellFormed().replace(unprintable, '').normalize('NFC').trim()
}

/** How many characters are still free; negative when it is too long to be sent. */
export const charactersLeft = (text: string) => limits.messageLength - cleanProse(text).length
