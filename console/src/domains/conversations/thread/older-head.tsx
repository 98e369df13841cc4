import { Button } from '../../../ui/actions/button.tsx'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { useWords } from '../../../ui/words.tsx'

interface OlderHeadProps {
  hasMore: boolean
  progress: 'idle' | 'loading' | 'failed'
  onMore: () => void
}

/** Above the messages: older ones come by scrolling, or by asking; or the conversation begins here. */
export function OlderHead({ hasMore, progress, onMore }: OlderHeadProps) {
  const words = useWords()
  const { beginning, older, loadingOlder } = words.conversations.thread
  return (
    <div className="grid h-8 flex-none place-items-center text-xs text-ink-soft">
      {!hasMore && <p>{beginning}</p>}
      {hasMore && progress === 'loading' && <Spinner label={loadingOlder} />}
      {hasMore && progress !== 'loading' && (
        <Button kind="quiet" size="small" onPress={onMore}>
          {progress === 'failed' ? words.ui.retry : older}
        </Button>
      )}
    </div>
  )
}
