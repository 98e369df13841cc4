import { Button } from '../../../ui/actions/button.tsx'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { useWords } from '../../../ui/words.tsx'

interface NewerFootProps {
  progress: 'idle' | 'loading' | 'failed'
  onMore: () => void
}

/** Below messages that are read apart from the end: newer ones come by scrolling, or by asking. */
export function NewerFoot({ progress, onMore }: NewerFootProps) {
  const words = useWords()
  const { newer, loadingOlder } = words.conversations.thread
  return (
    <div className="grid h-8 flex-none place-items-center text-xs text-ink-soft">
      {progress === 'loading' ? (
        <Spinner label={loadingOlder} />
      ) : (
        <Button kind="quiet" size="small" onPress={onMore}>
          {progress === 'failed' ? words.ui.retry : newer}
        </Button>
      )}
    </div>
  )
}
