/** Lower-cased, accents and ligatures gone: what somebody types without thinking of them. */
export const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')

/**
 * How well a text answers what was typed: null when a typed letter is missing, else the higher the better. Letters in a row
 * and at the beginning of words count more, so that `mop` finds « Mon profil » before anything that merely contains the letters.
 */
export function fuzzyScore(text: string, typed: string): number | null {
  const wanted = plain(typed).replace(/\s+/g, '')
  const letters = plain(text)
  if (wanted === '') return 0
  const exact = letters.indexOf(plain(typed).trim())
  if (exact >= 0) return 1_000 - exact - letters.length / 100

  let score = 0
  let at = -1
  for (const letter of wanted) {
    const beginning = wordBeginning(letters, letter, at + 1)
    const next = letters.indexOf(letter, at + 1)
    if (next < 0) return null
    const isInRow = next === at + 1
    const place = isInRow || beginning < 0 ? next : beginning
    score += isInRow ? 8 : place === beginning ? 10 : 1
    at = place
  }
  return score - letters.length / 100
}

/** The best first; those that answer nothing are left out. */
export function fuzzyFind<T>(things: readonly T[], typed: string, textOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, score: fuzzyScore(textOf(thing), typed) }))
    .filter((found): found is { thing: T; score: number } => found.score !== null)
    .sort((one, other) => other.score - one.score)
    .map(({ thing }) => thing)
}

function wordBeginning(letters: string, letter: string, from: number): number {
  for (let at = letters.indexOf(letter, from); at >= 0; at = letters.indexOf(letter, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '')) return at
  }
  return -1
}
