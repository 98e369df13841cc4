import { queryOptions } from '@tanstack/react-query'
import type { AgentId, OrganisationId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'
import { appointmentsKey } from '../../../live/appointments-key.ts'
import { currentLocale } from '../../../ui/words.tsx'

/** How an agent keeps time; fetched again by itself when somebody changes it. */
export const agentCalendarQuery = (organisationId: OrganisationId, agentId: AgentId) =>
  queryOptions({
    queryKey: [...appointmentsKey(organisationId), 'of-agent', agentId],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/agents/:agentId/calendar', {
        params: { organisationId, agentId },
        signal,
      }),
  })

/** Places by name, in the reader's language; they hardly ever change. */
export const holidayPlacesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: ['holiday-places', organisationId, currentLocale()],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/holiday-places', { params: { organisationId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
