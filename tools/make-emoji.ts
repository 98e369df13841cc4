// Writes the emoji of the console from emojibase-data (MIT): `npm pack emojibase-data@17.0.0`, unpack it, then
// `node tools/make-emoji.ts <the unpacked folder>`. Needed when new ones are wanted, never for a build.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withTone } from '../console/src/domains/conversations/composer/emoji/tones.ts'

interface Emoji {
  emoji: string
  label: string
  tags?: string[]
  group?: number
  order?: number
  version: number
  skins?: { emoji: string; tone: number | number[] }[]
}

/** Newer ones are empty boxes on systems that are still in use. */
const newestVersion = 15
/** Of the groups of Unicode, those that are drawn; what only composes others is left out. */
const groups: Record<number, string> = {
  0: 'smileys',
  1: 'people',
  3: 'nature',
  4: 'food',
  5: 'travel',
  6: 'activities',
  7: 'objects',
  8: 'symbols',
  9: 'flags',
}
const wordsPerLanguage = 14

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say where emojibase-data was unpacked.')
const read = (locale: string): Emoji[] => JSON.parse(readFileSync(join(folder, locale, 'data.json'), 'utf8'))

const english = new Map(read('en').map((one) => [one.emoji, one]))
const lines: string[] = []
let group: number | undefined
for (const one of read('fr').toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))) {
  if (one.group === undefined || !(one.group in groups) || one.version > newestVersion) continue
  if (one.group !== group) lines.push(`#${groups[one.group]}`)
  group = one.group
  const hasTones = one.skins?.find(({ tone }) => tone === 1)?.emoji === withTone(one.emoji, 1)
  lines.push(
    [shortest(one.emoji), hasTones ? '1' : '', wordsOf(one), wordsOf(english.get(one.emoji) ?? one)].join('\t'),
  )
}
writeFileSync(
  join(import.meta.dirname, '../console/src/domains/conversations/composer/emoji/emoji.txt'),
  `${lines.join('\n')}\n`,
)

/** Without the variant selectors that say what is so anyway: as Unicode qualifies them. */
function shortest(emoji: string): string {
  return emoji.replace(/(\p{Emoji_Presentation})\ufe0f/gu, '$1')
}

/** Its name, then what else it is called. */
function wordsOf({ label, tags = [] }: Emoji): string {
  return [...new Set([label, ...tags])].slice(0, wordsPerLanguage).join('|')
}
