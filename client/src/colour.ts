/** `#rrggbb` */
export type Colour = string

const channels = (colour: Colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Colour): number {
  const weights = [0.2126, 0.7152, 0.0722]
  return channels(colour).reduce((sum, value, index) => {
    const share = value / 255
    return sum + (weights[index] ?? 0) * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
  }, 0)
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** So much of the other, in [0, 1]. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const others = channels(other)
  const mixed = channels(one).map((value, index) => Math.round(value + ((others[index] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** White where it can be read on the fill (a contrast of 4.5), else black: one of them always can. */
export const inkOn = (fill: Colour): Colour => (luminance(fill) <= 1.05 / 4.5 - 0.05 ? '#ffffff' : '#000000')

/** The colour, moved towards white or black until it can be read on the ground. */
export function legibleOn(ground: Colour, colour: Colour, ratio = 4.5): Colour {
  const end = inkOn(ground)
  for (let share = 0; share < 1; share += 0.05) {
    const moved = mix(colour, end, share)
    if (contrast(moved, ground) >= ratio) return moved
  }
  return end
}
