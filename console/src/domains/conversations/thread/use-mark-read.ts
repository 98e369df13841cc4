import { useEffect } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { api } from '../../../live/api.ts'
import { useReadable } from '../../../live/cell.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useIsWatched } from '../../../live/watched.ts'

/** Long enough that words merely flying past are not « Vu ». */
const glanceMs = 400

/** Tells the server up to where one has read what is one's own to read, or names one, while it is in sight and somebody looks. */
export function useMarkRead(conversation: ConversationForAgent, lastSeq: number, isInSight: boolean) {
  const { organisationId, agentId, connection } = useLive()
  const isLive = useReadable(connection) === 'live'
  const isLooking = useIsWatched() && isInSight
  const { id, state, assigneeId, unread, mentions } = conversation
  const isUnread = (state === 'open' && assigneeId === agentId && unread > 0) || mentions.unread.length > 0
  const isDue = isUnread && isLooking && isLive
  useEffect(() => {
    if (!isDue) return
    const timer = setTimeout(() => {
      api
        .call('PUT /organisations/:organisationId/conversations/:conversationId/read', {
          params: { organisationId, conversationId: id },
          body: { seq: lastSeq },
        })
        .catch(() => {
          // Fail open: it stays unread until the next look, or the next words.
        })
    }, glanceMs)
    return () => clearTimeout(timer)
  }, [isDue, organisationId, id, lastSeq])
}
