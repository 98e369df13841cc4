import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'

/** One's own keys, and what one may give them. */
export const apiKeysQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: ['api-keys', organisationId],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/api-keys', { params: { organisationId }, signal }),
  })
