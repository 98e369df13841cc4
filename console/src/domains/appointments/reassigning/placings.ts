import type { Placing } from '#contract/appointments/reassigning.ts'
import type { AgentId, AppointmentId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import type { ReassigningWords } from '#words/reassigning.ts'

/** Whom the reader chose for which; what is not here is as the plan has it. */
export type Choices = ReadonlyMap<AppointmentId, AgentId>

export interface Move {
  appointmentId: AppointmentId
  version: number
  agentId: AgentId
}

export const isFree = ({ why }: Placing['candidates'][number]): boolean => why.length === 0

/** Who gets it as things are: whom the reader chose, while they are free, else whom the plan names. Null: nobody can. */
export function heirOf({ appointment, candidates, agentId }: Placing, choices: Choices): AgentId | null {
  const chosen = candidates.find(({ agent }) => agent.id === choices.get(appointment.id))
  return chosen && isFree(chosen) ? chosen.agent.id : agentId
}

/** What would be given to whom; what nobody can take is left out. */
export const movesOf = (placings: readonly Placing[], choices: Choices): Move[] =>
  placings.flatMap((placing) => {
    const agentId = heirOf(placing, choices)
    const { id, version } = placing.appointment
    return agentId === null ? [] : [{ appointmentId: id, version, agentId }]
  })

/** Everything that one person can take is theirs; the rest stays as it was chosen. */
export const allTo = (placings: readonly Placing[], agentId: AgentId, choices: Choices): Choices =>
  new Map([
    ...choices,
    ...placings
      .filter(({ candidates }) => candidates.some((one) => one.agent.id === agentId && isFree(one)))
      .map(({ appointment }) => [appointment.id, agentId] as const),
  ])

/** Those who could take one at least, the most able first. */
export function ableAmong(placings: readonly Placing[]): { id: AgentId; name: string; count: number }[] {
  const able = new Map<AgentId, { id: AgentId; name: string; count: number }>()
  for (const { agent } of placings.flatMap(({ candidates }) => candidates.filter(isFree)))
    able.set(agent.id, { ...agent, count: (able.get(agent.id)?.count ?? 0) + 1 })
  return [...able.values()].sort((one, other) => other.count - one.count)
}

// More would say less.
const namedMost = 3

/** « Inès : absence · Théo : fermé, et 4 autres »: of those who receive for it at other times, where there are any. */
export function whyNobody({ candidates }: Placing, words: ReassigningWords): string {
  if (candidates.length === 0) return words.nobodyKnown
  const near = candidates.filter(({ why }) => !why.some((one) => never.includes(one)))
  const named = (near.length > 0 ? near : candidates).slice(0, namedMost)
  const more = candidates.length - named.length
  const said = named.map(({ agent, why }) => words.whyOf(agent.name, words.why[why[0] ?? 'taken'])).join(' · ')
  return more > 0 ? `${said}, ${words.others(more)}` : said
}

/** At whatever time. */
const never: readonly WhyNotFree[] = ['inactive', 'no-module', 'sub-account', 'reason']

/** Which could not be given, and why, from the details of a refusal. */
export function refusedIn(details: Record<string, unknown>): ReadonlyMap<string, readonly (WhyNotFree | 'changed')[]> {
  const refused = Array.isArray(details.refused) ? (details.refused as unknown[]) : []
  return new Map(
    refused.flatMap((one) =>
      one !== null && typeof one === 'object' && 'appointmentId' in one && 'why' in one && Array.isArray(one.why)
        ? [[String(one.appointmentId), one.why as (WhyNotFree | 'changed')[]] as const]
        : [],
    ),
  )
}
