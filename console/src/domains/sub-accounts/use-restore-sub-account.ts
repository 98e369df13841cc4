import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import { api } from '../../live/api.ts'
import { sayRefusal } from '../../live/said-refusal.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

/** Brings an archived sub-account back. */
export function useRestoreSubAccount(): (subAccount: SubAccountForAgent) => void {
  const { organisationId } = useMe()
  const { subAccounts: words, ui } = useWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: SubAccountForAgent) =>
      api.call('DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving', {
        params: { organisationId, subAccountId: id },
      }),
    onSuccess: ({ name }) => {
      toasts.show({ text: words.restored(name) })
      return queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'sub-accounts') })
    },
    onError: (error) => sayRefusal(error, ui.failure.text),
  }).mutate
}
