import type { Span } from '#contract/wall-clock.ts'

/** As the wire has it, in milliseconds. */
export const asSpan = ({ from, to }: { from: string; to: string }): Span => ({
  from: Date.parse(from),
  to: Date.parse(to),
})
