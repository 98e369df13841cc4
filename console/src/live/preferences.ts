import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from './api.ts'

/** What somebody chose for their own console, wherever they sign in. */
export const preferencesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: ['preferences', organisationId],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/me/preferences', { params: { organisationId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
