import { useCallback, useEffect, useRef } from 'react'
import { useReadable } from '../../../live/cell.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { useWords } from '../../../ui/words.tsx'

/** Pages in a row that may bring nothing to see (another sub-account is chosen) before a hand must ask for more. */
const vainPagesMost = 3

/** Below the closed conversations: older ones come by scrolling, or by asking. */
export function useOlderClosed(shownCount: number) {
  const { closed } = useLive()
  const hasMore = useKnown(({ more }) => more.closed, false)
  const progress = useReadable(closed.progress)
  const vain = useRef({ pages: 0, shownCount })
  useEffect(() => {
    if (shownCount !== vain.current.shownCount) vain.current = { pages: 0, shownCount }
  }, [shownCount])

  const onEndNear = useCallback(() => {
    if (!hasMore || progress !== 'idle' || vain.current.pages >= vainPagesMost) return
    vain.current.pages += 1
    void closed.loadMore()
  }, [closed, hasMore, progress])
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
