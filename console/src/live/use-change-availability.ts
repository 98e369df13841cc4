import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Availability } from '#contract/vocabulary.ts'
import { api } from './api.ts'
import { meQuery, useMe } from './session.ts'

/** One's own availability: shown at once, taken back when the server says no. */
export function useChangeAvailability(onRefused: (error: Error) => void) {
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const { queryKey } = meQuery(organisationId)
  return useMutation({
    mutationFn: (availability: Availability) =>
      api.call('PUT /organisations/:organisationId/me/availability', {
        params: { organisationId },
        body: { availability },
      }),
    async onMutate(availability) {
      // An answer that is on its way was true before.
      await queryClient.cancelQueries({ queryKey })
      const before = queryClient.getQueryData(queryKey)
      if (before) queryClient.setQueryData(queryKey, { ...before, availability })
      return { before }
    },
    onSuccess: (changed) => queryClient.setQueryData(queryKey, changed),
    onError(error, _availability, shown) {
      if (shown?.before) queryClient.setQueryData(queryKey, shown.before)
      onRefused(error)
    },
  })
}
