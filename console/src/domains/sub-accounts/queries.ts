import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

/** Every sub-account with what it holds. What it holds changes with every conversation: asked anew whenever it is looked at. */
export const holdingsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'sub-accounts'), 'holdings'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/sub-accounts/holdings', { params: { organisationId }, signal }),
    staleTime: 0,
  })
