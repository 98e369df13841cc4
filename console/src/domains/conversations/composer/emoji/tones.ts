/** The skin tones of Unicode, from light to dark; 0: none. */
export const tones = [0, 1, 2, 3, 4, 5] as const
export type Tone = (typeof tones)[number]

const lightest = 0x1f3fb
const presentation = '\ufe0f'

/** An emoji in a skin tone. Only for those that have tones: the tone follows the first sign, in place of its variant selector. */
export function withTone(emoji: string, tone: Tone): string {
  if (tone === 0) return emoji
  const [first = '', ...rest] = emoji
  const modifier = String.fromCodePoint(lightest + tone - 1)
  return [first, modifier, ...(rest[0] === presentation ? rest.slice(1) : rest)].join('')
}
