import { useReadable } from '../../../live/cell.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { useWords } from '../../../ui/words.tsx'

/** Above the messages: older ones come by scrolling, or by asking; or the conversation begins here. */
export function OlderHead({ hasMore }: { hasMore: boolean }) {
  const words = useWords()
  const { threads } = useLive()
  const progress = useReadable(threads.older)
  const { beginning, older, loadingOlder } = words.conversations.thread
  return (
    <div className="grid h-8 flex-none place-items-center text-xs text-ink-soft">
      {!hasMore && <p>{beginning}</p>}
      {hasMore && progress === 'loading' && <Spinner label={loadingOlder} />}
      {hasMore && progress !== 'loading' && (
        <Button kind="quiet" size="small" onPress={() => void threads.loadOlder()}>
          {progress === 'failed' ? words.ui.retry : older}
        </Button>
      )}
    </div>
  )
}
