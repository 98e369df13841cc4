import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const rolesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'roles'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/roles', { params: { organisationId }, signal }),
    // Who holds a role is changed with the agents.
    staleTime: 0,
  })
