import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useLive } from '../../../live/use-live.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { alertsBetween } from '../alerts/alerts.ts'
import { wishFocus } from '../thread/thread-focus.ts'
import { firstName, visitorName } from '../visitor-name.ts'

/** Says on whatever page one is that a colleague has just handed over a conversation, with a way to it. Draws nothing. */
export function TransferToasts() {
  const live = useLive()
  const navigate = useNavigate()
  const { conversations, transfers: words } = useWords()

  const tell = ({ id, visitor, transferredBy }: ConversationForAgent) => {
    if (transferredBy === null) return
    toasts.show({
      kind: 'notice',
      text: words.received(firstName(transferredBy.name), visitorName(visitor, conversations)),
      act: {
        label: words.open,
        onAct: () => {
          wishFocus(id)
          void navigate({ to: '/conversations/$conversationId', params: { conversationId: id } })
        },
      },
    })
  }
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })

  useEffect(() => {
    let before = live.known.read()
    return live.known.subscribe(() => {
      const after = live.known.read()
      if (before && after)
        for (const { kind, conversation } of alertsBetween(before, after, live.agentId))
          if (kind === 'transferred') latest.current(conversation)
      before = after
    })
  }, [live])
  return null
}
