import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import { api } from '../../../live/api.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { reasonsQuery } from '../queries.ts'
import { useReasonWords } from './use-reason-words.ts'

/** Archiving a reason, at once with a way back, and offering it again. */
export function useArchiving() {
  const words = useReasonWords()
  const { ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries({ queryKey: reasonsQuery(organisationId).queryKey })
  const onError = (error: Error) => sayRefusal(error, ui.failure.text)
  const paramsOf = ({ id }: ReasonForAgent) => ({ organisationId, reasonId: id })
  const restoring = useMutation({
    mutationFn: (reason: ReasonForAgent) =>
      api.call('DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving', {
        params: paramsOf(reason),
      }),
    onSuccess: ({ name }) => toasts.show({ text: words.restored(name) }),
    onError,
    onSettled,
  })
  const archiving = useMutation({
    mutationFn: (reason: ReasonForAgent) =>
      api.call('POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving', {
        params: paramsOf(reason),
      }),
    onSuccess: ({ name }, reason) =>
      toasts.show({ text: words.archived(name), act: { label: ui.undo, onAct: () => restoring.mutate(reason) } }),
    onError,
    onSettled,
  })
  return { archive: archiving.mutate, restore: restoring.mutate }
}
