import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { MessageForAgent } from '#contract/messages.ts'
import { useLive } from '../../../live/use-live.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { wishFocus } from '../thread/thread-focus.ts'
import { firstName, visitorName } from '../visitor-name.ts'

/** Says on whatever page one is that a colleague has just named one in a note, with a way to it. Draws nothing. */
export function MentionToasts() {
  const live = useLive()
  const navigate = useNavigate()
  const all = useWords().conversations

  const tell = ({ conversationId, author }: MessageForAgent) => {
    const conversation = live.known.read()?.conversations.get(conversationId)
    if (!conversation || author.kind !== 'agent') return
    toasts.show({
      kind: 'notice',
      text: all.mentions.told(firstName(author.name), visitorName(conversation.visitor, all)),
      act: {
        label: all.mentions.see,
        onAct: () => {
          wishFocus(conversationId)
          void navigate({ to: '/conversations/$conversationId', params: { conversationId } })
        },
      },
    })
  }
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(
    () =>
      live.mentioned.subscribe(() => {
        const note = live.mentioned.read()
        if (note) latest.current(note)
      }),
    [live],
  )
  return null
}
