import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const agentsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'agents'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/agents', { params: { organisationId }, signal }),
  })

export const invitationsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'invitations'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/invitations', { params: { organisationId }, signal }),
  })

export const subAccountsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'sub-accounts'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/sub-accounts', { params: { organisationId }, signal }),
  })
