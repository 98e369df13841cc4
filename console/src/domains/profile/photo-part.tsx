import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../live/api.ts'
import { photoUrlOf } from '../../live/photo-url.ts'
import { meQuery, useMe } from '../../live/session.ts'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { PhotoField } from '../../ui/people/photo-field.tsx'
import type { PhotoChoice } from '../../ui/people/photo-file.ts'
import { useWords } from '../../ui/words.tsx'

const door = '/organisations/:organisationId/me/photo'
const uploadTimeoutMs = 120_000

/** One's own photo here: saved as soon as it is chosen. */
export function PhotoPart() {
  const me = useMe()
  const words = useWords()
  const queryClient = useQueryClient()
  const params = { organisationId: me.organisationId }
  const change = useMutation({
    mutationFn: (photo: PhotoChoice) =>
      photo instanceof File
        ? api.call(`PUT ${door}`, { params, file: photo, timeoutMs: uploadTimeoutMs })
        : api.call(`DELETE ${door}`, { params }),
    onSuccess: () => {
      toasts.show({ text: words.profile.person.saved })
      return queryClient.invalidateQueries({ queryKey: meQuery(me.organisationId).queryKey })
    },
  })
  return (
    <PhotoField
      value={change.isPending ? change.variables : 'kept'}
      onChange={(photo) => photo !== 'kept' && change.mutate(photo)}
      error={change.error?.message}
      presentUrl={photoUrlOf(me.photoId)}
      person={{ id: me.agentId, name: me.name }}
    />
  )
}
