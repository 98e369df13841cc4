import { useMutation } from '@tanstack/react-query'
import { Refused } from '#client/refused.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ReplyOf } from '#contract/routes.ts'
import { api } from '../../live/api.ts'
import { useLive } from '../../live/use-live.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

type Sent = ReplyOf<'POST /organisations/:organisationId/conversations/:conversationId/transcript'>

/** Sends the visitor what was said, to the address that is known of them. A refusal is said; `onSent` says the rest. */
export function useSendTranscript({ id }: Pick<ConversationForAgent, 'id'>, onSent?: (words: string) => void) {
  const { ui } = useWords()
  const { organisationId } = useLive()
  const inWords = useTranscriptWords()
  return useMutation({
    mutationFn: () =>
      api.call('POST /organisations/:organisationId/conversations/:conversationId/transcript', {
        params: { organisationId, conversationId: id },
      }),
    onSuccess: (sent) => onSent?.(inWords(sent)),
    onError: (error) =>
      toasts.show({ kind: 'refusal', text: error instanceof Refused ? error.message : ui.failure.text }),
  })
}

/** What became of the letter. */
export function useTranscriptWords() {
  const words = useWords().conversations.transcript
  return ({ leaves, to }: Sent) => (leaves ? words.leaves(to) : words.waits(to))
}
