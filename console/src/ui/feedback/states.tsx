import { CloudOff, RotateCw } from 'lucide-react'
import { Button } from '../actions/button.tsx'
import { useWords } from '../words.tsx'
import { EmptyState } from './empty-state.tsx'

export { EmptyState }

/** Where something could not be fetched: says so, and offers to try again. */
export function ErrorState({
  title,
  detail,
  onRetry,
  isRetrying = false,
}: {
  title?: string
  detail?: string
  onRetry: () => void
  isRetrying?: boolean
}) {
  const words = useWords().ui
  return (
    <div role="alert">
      <EmptyState
        isWarning
        icon={CloudOff}
        title={title ?? words.failure.title}
        actions={
          <Button icon={RotateCw} onPress={onRetry} isBusy={isRetrying}>
            {words.retry}
          </Button>
        }
      >
        {detail ?? words.failure.text}
      </EmptyState>
    </div>
  )
}
