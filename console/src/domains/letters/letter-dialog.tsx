import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import type { LetterId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { sayRefusal } from '../../live/said-refusal.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { CopyField } from '../../ui/fields/copy-field.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useWords } from '../../ui/words.tsx'

/** One letter with its words, to read, hand on by other means, or send now. */
export function LetterDialog({ letterId, onClose }: { letterId: LetterId; onClose: () => void }) {
  const words = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const params = { organisationId, letterId }
  const letter = useQuery({
    queryKey: [...settingsKey(organisationId, 'letters'), letterId],
    queryFn: ({ signal }) => api.call('GET /organisations/:organisationId/letters/:letterId', { params, signal }),
  })
  const delivery = useMutation({
    mutationFn: () => api.call('POST /organisations/:organisationId/letters/:letterId/delivery', { params }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'letters') }),
    onError: (error) => sayRefusal(error, words.ui.failure.text),
  })
  const known = letter.data
  const mayLeave = known !== undefined && known.state !== 'sent'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={known?.subject ?? words.letters.read}
      footer={
        mayLeave && (
          <Button kind="main" icon={Send} isBusy={delivery.isPending} onPress={() => delivery.mutate()}>
            {words.letters.sendNow}
          </Button>
        )
      }
    >
      {letter.isPending && <SkeletonRows count={2} className="" />}
      {letter.isError && <ErrorState onRetry={() => void letter.refetch()} isRetrying={letter.isFetching} />}
      {known && (
        <div className="grid gap-3">
          <p className="text-ink-soft">
            {words.letters.columns.to} <bdi className="text-ink">{known.to}</bdi>
          </p>
          {known.lastError && (
            <Notice kind="red">
              <b>{words.letters.lastError}</b> <bdi>{known.lastError}</bdi>
            </Notice>
          )}
          {known.state === 'sent' && <Notice kind="blue">{words.letters.linksGone}</Notice>}
          <CopyField label={words.letters.copyText} text={known.text} isCode />
        </div>
      )}
    </Dialog>
  )
}
