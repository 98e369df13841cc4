import type { AgentId } from '#contract/ids.ts'
import { type Hue, hueOf, hues } from '../../../ui/people/person-look.ts'

export const patterns = ['solid', 'slanted', 'dotted', 'barred', 'counter'] as const
export type Pattern = (typeof patterns)[number]

/** How somebody is told from the others in a calendar, besides their initials: no colour is read by everybody. */
export interface Mark {
  hue: Hue
  pattern: Pattern
}

/**
 * Everybody has the hue they have everywhere, as long as nobody else has it; else one that few have. Among those of one hue no two
 * have the same pattern, as long as there are patterns; nor have the first of each hue.
 */
export function marksOf(ids: readonly AgentId[]): ReadonlyMap<AgentId, Mark> {
  // By id and not by place: somebody who comes or goes changes few marks.
  const inOrder = [...new Set(ids)].sort()
  const chosen = new Map<AgentId, Hue>()
  for (const id of inOrder) if (![...chosen.values()].includes(hueOf(id))) chosen.set(id, hueOf(id))
  for (const id of inOrder) if (!chosen.has(id)) chosen.set(id, rarest(chosen.values()))
  const before = new Map<Hue, number>()
  return new Map(
    inOrder.map((id) => {
      const hue = chosen.get(id) ?? hueOf(id)
      const at = before.get(hue) ?? hues.indexOf(hue)
      before.set(hue, at + 1)
      return [id, { hue, pattern: patterns[at % patterns.length] ?? 'solid' }]
    }),
  )
}

function rarest(taken: Iterable<Hue>): Hue {
  const counts = new Map<Hue, number>(hues.map((hue) => [hue, 0]))
  for (const hue of taken) counts.set(hue, (counts.get(hue) ?? 0) + 1)
  return [...counts].reduce((least, one) => (one[1] < least[1] ? one : least))[0]
}

export const unknownMark: Mark = { hue: 'amber', pattern: 'solid' }
