import { useQuery } from '@tanstack/react-query'
import type { About } from '#contract/about.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { api } from '../../../live/api.ts'
import { useLive } from '../../../live/use-live.tsx'

/**
 * What stands beside a conversation. Its key holds what tells that it changed: further pages, another state, another address; so what an
 * event brings is fetched anew, and what is shown meanwhile is the last that was known of the same conversation.
 */
export function useAbout({ id, pagesSeen, stateSince, visitor }: ConversationForAgent): About | undefined {
  const { organisationId } = useLive()
  return useQuery({
    queryKey: ['about', organisationId, id, pagesSeen, stateSince, visitor.email],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/about', {
        params: { organisationId, conversationId: id },
        signal,
      }),
    placeholderData: (earlier: About | undefined, query) => (query?.queryKey[2] === id ? earlier : undefined),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}
