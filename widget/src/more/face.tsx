/** @jsxImportSource preact */
import type { Score } from '#contract/vocabulary.ts'

/** How far its mouth hangs, or smiles. */
const mouths: Record<Score, number> = { 1: 11.5, 2: 13, 3: 15, 4: 17, 5: 19 }

/** A face for a level; its name stands beside it. */
export const Face = ({ score }: { score: Score }) => (
  <svg class="i face" viewBox="0 0 24 24" aria-hidden="true" stroke-width="1.75">
    <path
      d={`M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M9 9h.01M15 9h.01M8 ${score < 3 ? 16.5 : 15}q4 ${(mouths[score] - 15) * 1.2} 8 0`}
    />
  </svg>
)
