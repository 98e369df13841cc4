import type { AgentId } from '#contract/ids.ts'
import { type Hue, hueOf } from '../../../ui/people/person-look.ts'

export const patterns = ['solid', 'slanted', 'dotted', 'barred', 'counter'] as const
export type Pattern = (typeof patterns)[number]

/** How somebody is told from the others in a calendar, besides their initials: no colour is read by everybody. */
export interface Mark {
  hue: Hue
  pattern: Pattern
}

/** The hue that people have everywhere, and a pattern that no other of that hue has, as long as there are patterns. */
export function marksOf(ids: readonly AgentId[]): ReadonlyMap<AgentId, Mark> {
  const ofHue = new Map<Hue, number>()
  let first = 0
  const marks = new Map<AgentId, Mark>()
  // By id and not by place: somebody who comes or goes changes nobody's mark but of those after them.
  for (const id of [...new Set(ids)].sort()) {
    const hue = hueOf(id)
    const before = ofHue.get(hue)
    // The first of each hue begin at patterns of their own, so that five people differ twice.
    const at = before === undefined ? first++ : before + 1
    ofHue.set(hue, at)
    marks.set(id, { hue, pattern: patterns[at % patterns.length] ?? 'solid' })
  }
  return marks
}

export const unknownMark: Mark = { hue: 'amber', pattern: 'solid' }
