import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../api.ts'

/** What one is told and by which ways, and the browsers that are pushed to. */
export const notificationsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: ['notifications', organisationId],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/me/notifications', { params: { organisationId }, signal }),
    staleTime: 5 * 60_000,
  })
