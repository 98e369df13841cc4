import { useEffect } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import { useLive } from '../../../../live/use-live.tsx'
import { useIsWatched } from '../../../../live/watched.ts'

/** Tells colleagues that one looks at this conversation, for as long as the page is in sight. */
export function useLook(id: ConversationId) {
  const { lookers } = useLive()
  const isWatched = useIsWatched()
  useEffect(() => {
    if (!isWatched) return
    lookers.look(id)
    return () => lookers.look(null)
  }, [lookers, id, isWatched])
}
