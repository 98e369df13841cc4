import type { ShortcutForAgent } from '#contract/shortcuts.ts'

export const formatName = 'comptoir-shortcuts'
export const formatVersion = 1

export const fileFormats = ['csv', 'json'] as const
export type FileFormat = (typeof fileFormats)[number]

type Written = Pick<ShortcutForAgent, 'key' | 'texts'>

/** Shortcuts as a file that can be read in again, here or in a spreadsheet. */
export const writeShortcuts = (shortcuts: readonly Written[], format: FileFormat): string =>
  format === 'json' ? asJson(shortcuts) : asCsv(shortcuts)

const asJson = (shortcuts: readonly Written[]): string =>
  JSON.stringify(
    { format: formatName, formatVersion, shortcuts: shortcuts.map(({ key, texts }) => ({ key, texts })) },
    null,
    2,
  )

/** A line for each text. The mark at the beginning tells spreadsheets that it is UTF-8. */
function asCsv(shortcuts: readonly Written[]): string {
  const rows = shortcuts.flatMap(({ key, texts }) => texts.map(({ language, text }) => [key, language, text]))
  return `\ufeff${[['key', 'language', 'text'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const cell = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`

/** A spreadsheet would reckon what begins so. Taken away again when it is read. */
const harmless = (text: string): string => (/^'*[=+\-@]/.test(text) ? `'${text}` : text)

/** Hands a text to the browser as a file to keep. */
export function download(content: string, name: string, format: FileFormat): void {
  const type = format === 'json' ? 'application/json' : 'text/csv'
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.${format}`
  link.click()
  URL.revokeObjectURL(address)
}
