import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgentId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { settingsKey } from '../../../live/settings-key.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'

/** Brings a removed person back, with what they had, as long as a seat is free. */
export function useRestoreAgent() {
  const { agents: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: { id: AgentId; name: string }) =>
      api.call('POST /organisations/:organisationId/agents/:agentId/restoration', {
        params: { organisationId, agentId: id },
      }),
    onSuccess: (_, { name }) => toasts.show({ text: words.restore.done(name) }),
    onError: (error) => sayRefusal(error, ui.failure.text),
    onSettled: () => queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') }),
  })
}
