import { useMutation } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { Refused } from '#client/refused.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { api } from '../../../live/api.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'

/** Sends the visitor what was said, to the address above it. What became of it stays to be read. */
export function SendTranscript({ id }: Pick<ConversationForAgent, 'id'>) {
  const { conversations, ui } = useWords()
  const words = conversations.transcript
  const { organisationId } = useLive()
  const sending = useMutation({
    mutationFn: () =>
      api.call('POST /organisations/:organisationId/conversations/:conversationId/transcript', {
        params: { organisationId, conversationId: id },
      }),
    onError: (error) =>
      toasts.show({ kind: 'refusal', text: error instanceof Refused ? error.message : ui.failure.text }),
  })
  const sent = sending.data
  return (
    <div className="mt-3">
      <Button icon={Mail} size="small" isBusy={sending.isPending} onPress={() => sending.mutate()}>
        {words.send}
      </Button>
      <p role="status" className="mt-1.5 text-s text-ink-soft empty:hidden">
        {sent && (sent.leaves ? words.leaves(sent.to) : words.waits(sent.to))}
      </p>
    </div>
  )
}
