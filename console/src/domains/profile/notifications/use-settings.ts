import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NotificationSettings } from '#contract/notifications.ts'
import { api } from '../../../live/api.ts'
import { notificationsQuery } from '../../../live/notifications/settings.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { useWords } from '../../../ui/words.tsx'

/** One's own choices, shown as chosen at once; what the server refuses is taken back, and said. */
export function useSettings() {
  const words = useWords().profile.notifications
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const query = notificationsQuery(organisationId)
  const known = useQuery(query)
  const show = (settings: NotificationSettings) =>
    queryClient.setQueryData(query.queryKey, (data) => data && { ...data, settings })
  const saving = useMutation({
    // One after the other: what was chosen last is what stands.
    scope: { id: 'notification-settings' },
    mutationFn: (body: NotificationSettings) =>
      api.call('PUT /organisations/:organisationId/me/notifications', { params: { organisationId }, body }),
    onMutate: async (settings) => {
      await queryClient.cancelQueries({ queryKey: query.queryKey })
      show(settings)
    },
    onError(error) {
      sayRefusal(error, words.notSaved)
      void queryClient.invalidateQueries({ queryKey: query.queryKey })
    },
  })
  return { known, organisationId, save: saving.mutate, isSaved: saving.isSuccess && !saving.isPending }
}
