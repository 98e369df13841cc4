import type { OrganisationId } from '#contract/ids.ts'

/** Longer ones are found by how they begin. In characters. */
const wordLength = 40
/** Of a wish to find something; what follows them is not looked at. */
const mostWords = 12

/** Scripts that put no space between words: each character is one. */
const spaceless =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const word = new RegExp(`[${spaceless}]|(?:(?![${spaceless}])[\\p{L}\\p{N}])+`, 'gu')
/** Letters that Unicode does not take apart, as people type them who do not have them. */
const asTyped: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' }

/** The words of a text as they are looked for: small letters without accents. « L’Œuvre de Léa » is l, oeuvre, de, lea. */
export function foldWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøł]/gu, (letter) => asTyped[letter] ?? letter)
  return (folded.match(word) ?? []).map((each) =>
    each.length > wordLength ? [...each].slice(0, wordLength).join('') : each,
  )
}

/** What is looked for: each of `whole`, and a word that begins with `begun`. */
export interface Sought {
  whole: readonly string[]
  begun: string
}

/** Null: the text holds no word. */
export function soughtIn(text: string): Sought | null {
  const words = foldWords(text).slice(0, mostWords)
  const begun = words.at(-1)
  return begun === undefined ? null : { whole: words.slice(0, -1), begun }
}

export const isSought = (word: string, { whole, begun }: Sought): boolean =>
  whole.includes(word) || word.startsWith(begun)

/**
 * Before each stored word, so that a search reads nothing of another house: an index of words cannot begin with the organisation.
 * Two houses may share a mark; the organisation is asked for besides.
 */
const markOf = (organisationId: OrganisationId): string => organisationId.slice(-5)

/** A text's words as they are stored, each once. Null: it has none. */
export function storedWords(organisationId: OrganisationId, text: string): string[] | null {
  const words = [...new Set(foldWords(text))].map((each) => markOf(organisationId) + each)
  return words.length > 0 ? words : null
}

/** The same as a `tsquery`: letters and digits need no quoting. */
export function queryOf(organisationId: OrganisationId, { whole, begun }: Sought): string {
  const mark = markOf(organisationId)
  return [...whole.map((each) => mark + each), `${mark}${begun}:*`].join(' & ')
}
