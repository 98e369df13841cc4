/** Chance that comes out the same each time, for the same seed. Never for secrets. */
export interface Random {
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** From `least` up to `most`. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** By weight; every weight is positive. */
  weigh<T>(list: readonly { weight: number; value: T }[]): T
}

export function createRandom(seed: number): Random {
  let state = seed
  // Mulberry32: small, and even enough to look natural.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const random: Random = {
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new Error('nothing to pick from')
      // The index is within the list.
      return list[random.whole(0, list.length - 1)] as (typeof list)[number]
    },
    weigh(list) {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0)
      for (const { weight, value } of list) {
        left -= weight
        if (left < 0) return value
      }
      return random.pick(list).value
    },
  }
  return random
}
