import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const channelsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'channels'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/channels', { params: { organisationId }, signal }),
  })
