import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SubAccountId } from '#contract/ids.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { useWords } from '../ui/words.tsx'
import { api } from './api.ts'
import { preferencesQuery } from './preferences.ts'
import { sayRefusal } from './said-refusal.ts'
import { useMe } from './session.ts'
import { useKnown } from './use-live.tsx'

/** The sub-account that the pages show, chosen at the top right; null: all of them. */
export function useShownSubAccount(): SubAccount | null {
  const { organisationId } = useMe()
  const chosen = useQuery(preferencesQuery(organisationId)).data?.shownSubAccountId ?? null
  const subAccounts = useKnown((state) => state.subAccounts, none)
  return shownAmong(chosen, subAccounts)
}

/** The choice as far as it still exists: a sub-account that is gone or out of reach means all. */
export const shownAmong = (chosen: SubAccountId | null, subAccounts: readonly SubAccount[]): SubAccount | null =>
  subAccounts.length > 1 ? (subAccounts.find(({ id }) => id === chosen) ?? null) : null

/** Chooses at once, and keeps it on the server. */
export function useShowSubAccount(): (shownSubAccountId: SubAccountId | null) => void {
  const { organisationId } = useMe()
  const words = useWords().ui.failure
  const queryClient = useQueryClient()
  const { queryKey } = preferencesQuery(organisationId)
  const { mutate } = useMutation({
    mutationFn: (shownSubAccountId: SubAccountId | null) =>
      api.call('PUT /organisations/:organisationId/me/preferences', {
        params: { organisationId },
        body: { shownSubAccountId },
      }),
    // Of two choices in a row the last one holds, here and there.
    scope: { id: 'preferences' },
    onMutate: (shownSubAccountId) => queryClient.setQueryData(queryKey, { shownSubAccountId }),
    onError: (error) => {
      sayRefusal(error, words.text)
      void queryClient.invalidateQueries({ queryKey })
    },
  })
  return mutate
}

const none: never[] = []
