import { facePath } from '#client/face-path.ts'
import type { Score } from '#contract/vocabulary.ts'
import { useWords } from '../../../ui/words.tsx'

/** How a visitor rated: a face, and the name of the level. */
export function RatingMark({ score, isBrief = false }: { score: Score; isBrief?: boolean }) {
  const words = useWords().conversations.rating
  return (
    <span className="inline-flex flex-none items-center gap-1 align-bottom">
      <svg
        viewBox="0 0 24 24"
        width="14"
        height="14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        aria-hidden="true"
        className={score < 3 ? 'text-red' : score > 3 ? 'text-green' : undefined}
      >
        <path d={facePath(score)} />
      </svg>
      {isBrief ? (
        <>
          <span className="unseen">{words.said(words.levels[score])}</span>
          <span aria-hidden="true">{words.outOf(score)}</span>
        </>
      ) : (
        `${words.levels[score]} (${words.outOf(score)})`
      )}
    </span>
  )
}
