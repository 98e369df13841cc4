import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentId, SubAccountId } from '#contract/ids.ts'
import { minuteMs } from '#contract/wall-clock.ts'
import { useMe } from '../../../live/session.ts'
import { useCollator } from '../../../ui/lists/use-sorted.ts'
import { calendarQuery } from '../queries.ts'

/** Those who may receive in a sub-account, as far as the reader knows them, and those who were chosen, by name. */
export function useTakers(
  subAccountId: SubAccountId | null,
  chosen: readonly { id: AgentId; name: string }[],
): { id: AgentId; name: string }[] {
  const { organisationId } = useMe()
  const collator = useCollator()
  // Whose calendars one sees; a moment of them says who.
  const [now] = useState(() => Math.floor(Date.now() / minuteMs) * minuteMs)
  const calendar = useQuery({
    ...calendarQuery(organisationId, { from: now, to: now + minuteMs }, subAccountId),
    enabled: subAccountId !== null,
  })
  const people = new Map(chosen.map((one) => [one.id, one.name]))
  for (const { agent } of calendar.data?.lanes ?? []) people.set(agent.id, agent.name)
  return [...people].map(([id, name]) => ({ id, name })).sort((one, other) => collator.compare(one.name, other.name))
}
