import type { Comptoir } from '#server/testing/comptoir.ts'
import type { Happening } from '#server/testing/naive/world.ts'
import type { make, Wish } from '#server/testing/wish.ts'
import type { Dice } from './dice.ts'
import type { TwinWorld } from './make-world.ts'

/** Where a history ended, and how it is looked at. */
export interface Stage {
  comptoir: Comptoir
  twin: TwinWorld
  /** Which of all questions are asked of this world: over many worlds, each of them often. */
  dice: Dice
  past: readonly Happening[]
  /** Notes that something was met that a proof is worth little without. */
  met(what: string): void
}

export type Ask = (wish: Omit<Wish, 'by'>) => ReturnType<typeof make>

export const some = <T>({ dice }: Pick<Stage, 'dice'>, from: readonly T[], share: number): T[] =>
  from.filter(() => dice.chance(share))
