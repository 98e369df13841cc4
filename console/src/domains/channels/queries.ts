import { queryOptions } from '@tanstack/react-query'
import type { ChannelId, OrganisationId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const channelsQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'channels'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/channels', { params: { organisationId }, signal }),
  })

/** What goes along with a channel: it changes with every conversation, and is asked anew whenever it is looked at. */
export const holdingsQuery = (organisationId: OrganisationId, channelId: ChannelId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'channels'), channelId, 'holdings'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/channels/:channelId/holdings', {
        params: { organisationId, channelId },
        signal,
      }),
    staleTime: 0,
  })
