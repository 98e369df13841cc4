import { plain } from '../../../../ui/overlays/fuzzy.ts'

export const emojiGroups = [
  'smileys',
  'people',
  'nature',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const
export type EmojiGroup = (typeof emojiGroups)[number]

export interface Emoji {
  emoji: string
  group: EmojiGroup
  hasTones: boolean
  /** What it is called, by language. */
  names: { fr: string; en: string }
  /** Every word it is found by, in both languages, accents gone. */
  words: readonly string[]
}

/** Reads the lines of emoji.txt (tools/make-emoji.ts writes it). */
export function readEmoji(lines: string): Emoji[] {
  let group: EmojiGroup = 'smileys'
  return lines.split('\n').flatMap((line) => {
    if (line === '') return []
    if (line.startsWith('#') && !line.includes('\t')) {
      group = emojiGroups.find((known) => known === line.slice(1)) ?? group
      return []
    }
    const [emoji = '', hasTones, french = '', english = ''] = line.split('\t')
    const [inFrench, inEnglish] = [french.split('|'), english.split('|')]
    return {
      emoji,
      group,
      hasTones: hasTones === '1',
      names: { fr: inFrench[0] ?? '', en: inEnglish[0] ?? '' },
      words: [...inFrench, ...inEnglish].map(plain),
    }
  })
}

const notFound = 5

/** Those found by what was typed: by the beginning of their name first, then of any of their words. */
export function findEmoji(all: readonly Emoji[], typed: string): Emoji[] {
  const wanted = plain(typed).trim().replace(/^:|:$/g, '')
  if (wanted === '') return [...all]
  const rankOf = ({ words, names, emoji }: Emoji): number => {
    if (emoji === typed.trim() || plain(names.fr) === wanted || plain(names.en) === wanted) return 0
    if (words.includes(wanted)) return 1
    if (plain(names.fr).startsWith(wanted) || plain(names.en).startsWith(wanted)) return 2
    if (words.some((word) => word.startsWith(wanted))) return 3
    return words.some((word) => word.includes(` ${wanted}`)) ? 4 : notFound
  }
  return all
    .map((emoji) => ({ emoji, rank: rankOf(emoji) }))
    .filter(({ rank }) => rank < notFound)
    .sort((one, other) => one.rank - other.rank)
    .map(({ emoji }) => emoji)
}
