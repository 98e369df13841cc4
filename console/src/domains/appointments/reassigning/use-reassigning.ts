import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AgentId, AppointmentId, OrganisationId } from '#contract/ids.ts'
import type { WhyNotFree } from '#contract/vocabulary.ts'
import { api } from '../../../live/api.ts'
import { appointmentsKey } from '../../../live/appointments-key.ts'
import { useMe } from '../../../live/session.ts'
import { useReassigningWords } from '../../../live/use-reassigning-words.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { type Move, refusedIn } from './placings.ts'

/** Who could take over what; asked anew whenever it is opened, and when anything changes meanwhile. */
const planQuery = (
  organisationId: OrganisationId,
  agentId: AgentId,
  appointmentIds: readonly AppointmentId[] | undefined,
) =>
  queryOptions({
    queryKey: [...appointmentsKey(organisationId), 'plan', agentId, appointmentIds ?? 'all'],
    queryFn: ({ signal }) =>
      api.call('POST /organisations/:organisationId/agents/:agentId/reassignment/plan', {
        params: { organisationId, agentId },
        body: appointmentIds ? { appointmentIds: [...appointmentIds] } : {},
        signal,
      }),
    staleTime: 0,
    gcTime: 0,
  })

/** The plan for somebody's appointments, and giving them to others: all that are sent, or none. */
export function useReassigning(agentId: AgentId, appointmentIds: readonly AppointmentId[] | undefined) {
  const words = useReassigningWords()
  const { ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const plan = useQuery(planQuery(organisationId, agentId, appointmentIds))
  const [busyWith, setBusyWith] = useState<readonly AppointmentId[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [refused, setRefused] = useState<ReadonlyMap<string, readonly (WhyNotFree | 'changed')[]>>(new Map())

  async function give(moves: readonly Move[]): Promise<void> {
    setBusyWith(moves.map(({ appointmentId }) => appointmentId))
    setRefusal(null)
    setRefused(new Map())
    try {
      await api.call('POST /organisations/:organisationId/agents/:agentId/reassignment', {
        params: { organisationId, agentId },
        body: { moves: [...moves] },
      })
      toasts.show({ text: words.done(moves.length) })
    } catch (error) {
      setRefusal(error instanceof Refused ? error.message : ui.failure.text)
      if (error instanceof Refused) setRefused(refusedIn(error.details))
    } finally {
      await queryClient.invalidateQueries({ queryKey: appointmentsKey(organisationId) })
      setBusyWith([])
    }
  }
  return { plan, give: (moves: readonly Move[]) => void give(moves), busyWith, refusal, refused }
}
