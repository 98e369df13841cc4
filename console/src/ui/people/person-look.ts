export const hues = ['green', 'blue', 'amber', 'violet', 'clay'] as const
export type Hue = (typeof hues)[number]

/** A person keeps one hue everywhere, by their id; it never stands alone, for nobody reads a colour. */
export function hueOf(id: string): Hue {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997
  return hues[sum % hues.length] ?? 'green'
}

/** First letters of the first and the last name: `Marie-Amélie de La Roche-Dupontel` → `MR`. One name gives one letter. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((part) => [...part].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? [])
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase()
}
