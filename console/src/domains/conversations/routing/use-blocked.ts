import { useQuery } from '@tanstack/react-query'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { languageName } from '../visitor-name.ts'
import { queueQuery } from './queries.ts'

/** Why nobody could take what waits, in words for whoever runs conversations; null: somebody could, or it is not theirs to know. */
export function useBlocked({ id, state, language, may }: ConversationForAgent): string | null {
  const { tag, words } = useSpeech()
  const { organisationId } = useLive()
  const because = useQuery({
    ...queueQuery(organisationId),
    enabled: state === 'pending' && may.explain,
    select: ({ blocked }) => blocked.find(({ conversationId }) => conversationId === id)?.because ?? null,
  }).data
  return because && state === 'pending' ? words.routing.blocked[because](languageName(language, tag)) : null
}
