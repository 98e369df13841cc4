import { useQuery } from '@tanstack/react-query'
import type { AnswersForAgent } from '#contract/answers.ts'
import type { ConversationId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'
import { useLive } from '../../../live/use-live.tsx'

/** What a conversation began with. It never changes: asked for once. */
export function useAnswers(conversationId: ConversationId): AnswersForAgent | undefined {
  const { organisationId } = useLive()
  return useQuery({
    queryKey: ['answers', organisationId, conversationId],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/answers', {
        params: { organisationId, conversationId },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}
