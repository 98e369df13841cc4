import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const subscriptionQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'billing'), 'subscription'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/subscription', { params: { organisationId }, signal }),
  })

export const changesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'billing'), 'changes'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/subscription/changes', { params: { organisationId }, signal }),
  })

export const seatsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'billing'), 'seats'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/seats', { params: { organisationId }, signal }),
  })

export const requestsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'billing'), 'sales-requests'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/sales-requests', { params: { organisationId }, signal }),
  })
