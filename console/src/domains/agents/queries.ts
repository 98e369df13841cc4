import { queryOptions } from '@tanstack/react-query'
import type { AgentId, OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const agentsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'agents'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/agents', { params: { organisationId }, signal }),
  })

/** Who was removed lately and can be brought back. */
export const removedQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'agents'), 'removed'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/removed-agents', { params: { organisationId }, signal }),
  })

/** What somebody has in hand now: never from before. */
export const holdingsQuery = (organisationId: OrganisationId, agentId: AgentId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'agents'), agentId, 'holdings'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/agents/:agentId/holdings', {
        params: { organisationId, agentId },
        signal,
      }),
    staleTime: 0,
    gcTime: 0,
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

export const rolesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'roles'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/roles', { params: { organisationId }, signal }),
  })

export const questionnairesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'questionnaires'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/questionnaires', { params: { organisationId }, signal }),
  })

/** Plan and seats, for those who may change them. */
export const seatsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'billing'), 'subscription'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/subscription', { params: { organisationId }, signal }),
  })
