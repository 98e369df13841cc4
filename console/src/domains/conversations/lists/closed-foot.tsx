import { useCallback, useEffect } from 'react'
import { useReadable } from '../../../live/cell.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { useWords } from '../../../ui/words.tsx'
import { useClosedPages } from '../use-lists.ts'

/** Below the closed conversations: older ones come by scrolling, or by asking; the first come by themselves. */
export function useOlderClosed(isInSight: boolean, shownCount: number) {
  const closed = useClosedPages()
  const hasMore = useReadable(closed.hasMore)
  const progress = useReadable(closed.progress)
  const onEndNear = useCallback(() => {
    if (hasMore && progress === 'idle') void closed.loadMore()
  }, [closed, hasMore, progress])
  // A sub-account whose last one was closed long ago has none on the first page.
  useEffect(() => {
    if (isInSight && shownCount === 0) onEndNear()
  }, [isInSight, shownCount, onEndNear])
  return { onEndNear, hasMore, progress, loadMore: () => void closed.loadMore() }
}

export function ClosedFoot({ hasMore, progress, loadMore }: Omit<ReturnType<typeof useOlderClosed>, 'onEndNear'>) {
  const words = useWords()
  if (!hasMore) return null
  return (
    <div className="grid h-14 place-items-center">
      {progress === 'loading' ? (
        <Spinner label={words.ui.loading} />
      ) : (
        <Button kind="quiet" size="small" onPress={loadMore}>
          {progress === 'failed' ? words.ui.retry : words.conversations.lists.older}
        </Button>
      )}
    </div>
  )
}
