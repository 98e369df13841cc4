import type { Passage } from '#contract/search.ts'

/** A passage with what was looked for marked. Text and nothing else. */
export const Marked = ({ passage }: { passage: Passage }) =>
  passage.map(({ text, isHit }, index) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in their order
      <mark key={index} className="rounded-xs bg-amber-wash font-medium text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
