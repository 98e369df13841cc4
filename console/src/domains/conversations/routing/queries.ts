import { queryOptions } from '@tanstack/react-query'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'

/** Everything of routing that is fetched: it follows what happens, see keep-routing-true.tsx. */
export const routingKey = (organisationId: OrganisationId) => ['routing', organisationId] as const

/** What waits and nobody could take now. */
export const queueQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: [...routingKey(organisationId), 'queue'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/queue', { params: { organisationId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Why a conversation is offered to whom. */
export const whyQuery = (organisationId: OrganisationId, { id }: Pick<ConversationForAgent, 'id'>) =>
  queryOptions({
    queryKey: [...routingKey(organisationId), 'why', id],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/routing', {
        params: { organisationId, conversationId: id },
        signal,
      }),
  })
