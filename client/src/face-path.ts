import type { Score } from '#contract/vocabulary.ts'

/** Where its mouth is, and how far its middle hangs below or stands above the corners. */
const mouths: Record<Score, readonly [y: number, bend: number]> = {
  1: [17, -5],
  2: [16.5, -3],
  3: [15.5, 0],
  4: [14.5, 3],
  5: [14, 5],
}

/** The face of a level, drawn like the icons beside it: a path in 24 by 24. Decoration: its name stands beside it. */
export function facePath(score: Score): string {
  const [y, bend] = mouths[score]
  return `M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M9 9h.01M15 9h.01M8 ${y}q4 ${bend} 8 0`
}
