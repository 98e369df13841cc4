import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../api.ts'
import { settingsKey } from '../settings-key.ts'

/** Every shortcut the reader may see; fetched again by itself when somebody changes one. */
export const shortcutsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'shortcuts'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/shortcuts', { params: { organisationId }, signal }),
  })
