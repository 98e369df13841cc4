import { useMutation } from '@tanstack/react-query'
import { Refused } from '#client/refused.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { api } from '../../live/api.ts'
import { useLive } from '../../live/use-live.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

const doors = {
  pickUp: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
  close: 'POST /organisations/:organisationId/conversations/:conversationId/closure',
  pass: 'DELETE /organisations/:organisationId/conversations/:conversationId/offer',
  reopen: 'POST /organisations/:organisationId/conversations/:conversationId/reopening',
} as const

/** An act on a conversation that the server decides: what it became is shown, a refusal is said. */
export function useActOnConversation(
  act: keyof typeof doors,
  onDone?: (changed: ConversationForAgent, before: ConversationForAgent) => void,
) {
  const live = useLive()
  const words = useWords().ui.failure
  return useMutation({
    mutationFn: ({ id }: ConversationForAgent) =>
      api.call(doors[act], { params: { organisationId: live.organisationId, conversationId: id } }),
    onSuccess(changed, before) {
      live.show(changed)
      onDone?.(changed, before)
    },
    onError: (error) => toasts.show({ kind: 'refusal', text: error instanceof Refused ? error.message : words.text }),
  })
}
