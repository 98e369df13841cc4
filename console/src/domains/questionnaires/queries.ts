import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const questionnairesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'questionnaires'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/questionnaires', { params: { organisationId }, signal }),
    // Whoever advises is changed with the agents.
    staleTime: 0,
  })
