import { useQuery } from '@tanstack/react-query'
import type { MessageForAgent } from '#contract/messages.ts'
import { api } from '../../../../live/api.ts'
import { useLive } from '../../../../live/use-live.tsx'
import { SkeletonRows } from '../../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../../ui/feedback/states.tsx'
import { Dialog } from '../../../../ui/overlays/dialog.tsx'
import { RelativeTime } from '../../../../ui/time/relative-time.tsx'
import { useWords } from '../../../../ui/words.tsx'
import { MessageText } from '../message-text.tsx'

/** What a message said before, the latest first. */
export function VersionsDialog({ message, onClose }: { message: MessageForAgent; onClose: () => void }) {
  const words = useWords().conversations.words
  const { organisationId } = useLive()
  const { conversationId, seq, version } = message
  const { data, isError, refetch } = useQuery({
    queryKey: ['message-versions', conversationId, seq, version],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions', {
        params: { organisationId, conversationId, seq },
        signal,
      }),
  })
  return (
    <Dialog isOpen onClose={onClose} title={words.versionsTitle} size="small">
      {isError && <ErrorState onRetry={() => void refetch()} />}
      {!data && !isError && <SkeletonRows count={2} className="px-0" />}
      <ol className="grid gap-4">
        {data?.versions.toReversed().map((earlier) => (
          <li key={earlier.version} className="grid gap-1">
            <p className="text-xs text-ink-soft">
              {words.until} <RelativeTime at={earlier.replacedAt} />
            </p>
            {earlier.text !== '' && <MessageText text={earlier.text} />}
            {earlier.files.length > 0 && (
              <p className="text-s text-ink-soft wrap-anywhere">{earlier.files.join(', ')}</p>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
