/** Signs that a password must hold beside what anybody would try first for this person. */
const ownSignsAtLeast = 6

/**
 * What anybody would try first for a person, from their address, name and organisation: whole and in pieces, so that
 * `ada@shop.example` is also `ada`, `shop` and `shop.example`. Our own name is everybody's idea.
 */
export function expectedWords(about: string[]): string[] {
  const wholes = [...about, 'comptoir'].map((text) => text.toLowerCase())
  const halves = wholes.flatMap((text) => [text.replaceAll(/\s+/g, ''), ...text.split('@')])
  const pieces = wholes.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
  return [...new Set([...wholes, ...halves, ...pieces])].filter((word) => word.length >= 3)
}

/** Whether little is left of a password once the expected is taken out of it, whatever accents and capitals it wears. */
export function isMostlyExpected(password: string, expected: string[]): boolean {
  const signs = plain(password)
  const left = expected
    .map(plain)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ' '), signs)
  return left !== signs && left.replaceAll(/[^\p{L}\p{N}]/gu, '').length < ownSignsAtLeast
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
