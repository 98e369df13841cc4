import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { visitorName } from '../visitor-name.ts'
import { routingKey } from './queries.ts'

/** What happens together is asked for together. */
const gatherMs = 800

/**
 * Fetches anew what is shown of routing when conversations or colleagues are not what they were, and says aloud what one is offered.
 */
export function KeepRoutingTrue() {
  const live = useLive()
  const words = useWords()
  const queryClient = useQueryClient()
  const offered = useKnown(
    ({ conversations }) => [...conversations.values()].find(({ offer }) => offer?.toYou),
    undefined,
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let before = live.known.read()
    const stop = live.known.subscribe(() => {
      const after = live.known.read()
      const isSame = before?.conversations === after?.conversations && before?.colleagues === after?.colleagues
      before = after
      if (isSame) return
      timer ??= setTimeout(() => {
        timer = undefined
        void queryClient.invalidateQueries({ queryKey: routingKey(live.organisationId) })
      }, gatherMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [live, queryClient])

  return (
    <span className="unseen" role="status">
      {offered && words.routing.announced(visitorName(offered.visitor, words.conversations))}
    </span>
  )
}
