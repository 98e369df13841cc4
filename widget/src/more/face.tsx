/** @jsxImportSource preact */
import { facePath } from '#client/face-path.ts'
import type { Score } from '#contract/vocabulary.ts'

/** A face for a level; its name stands beside it. */
export const Face = ({ score }: { score: Score }) => (
  <svg class="i face" viewBox="0 0 24 24" aria-hidden="true" stroke-width="1.75">
    <path d={facePath(score)} />
  </svg>
)
