/** Control characters that no text holds; tabs, line ends, form feeds and escapes of coloured logs are words too. */
const forbidden = new Uint8Array(256)
for (let byte = 0; byte < 32; byte++) forbidden[byte] = 1
for (const byte of [9, 10, 12, 13, 27]) forbidden[byte] = 0
forbidden[127] = 1

const page =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>)*<(?:!doctype\s+html|html|head|body|script|iframe|style|title|meta)\b/i
const drawing = /^(?:\s|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>|<!doctype\s+svg[^>]*>)*<(?:\w+:)?svg\b/i
const markup = /^\s*<\?xml\b/i
/** Where a page or a drawing says what it is. */
const beginning = 4_096

/**
 * Whether a file is text, and which: UTF-8, UTF-16 that says so, or an older encoding of one byte a letter. A single control
 * character makes it none: what only begins like text is not taken for it.
 */
export function textTypeOf(bytes: Uint8Array): string | null {
  const text = decode(bytes)
  if (text === null) return null
  if (page.test(text)) return 'text/html'
  if (drawing.test(text)) return 'image/svg+xml'
  return markup.test(text) ? 'application/xml' : 'text/plain'
}

/** Its beginning as words; null: it is no text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const decoder = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true })
    try {
      const text = decoder.decode(bytes)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that are looked for
      return /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? null : text.slice(0, beginning)
    } catch {
      return null
    }
  }
  for (const byte of bytes) if (forbidden[byte]) return null
  return new TextDecoder().decode(bytes.subarray(0, beginning))
}
