import { type ReactNode, useEffect, useState } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { useWords } from '../../../ui/words.tsx'
import { firstName } from '../visitor-name.ts'
import { answeredSince, begunSeq, followReply, seeAll } from './meanwhile.ts'

/** Before a reply leaves: whether a colleague answered after what one last saw. */
export function useMeanwhileQuestion({ id, lastSeq }: ConversationForAgent, reply: string | null) {
  const words = useWords().conversations.meanwhile
  const { agentId } = useLive()
  const messages = useKnown(({ threads }) => threads.get(id)?.messages, undefined)
  const [waiting, setWaiting] = useState<{ name: string; send: () => void } | null>(null)
  useEffect(() => {
    if (reply !== null) followReply(id, { text: reply, lastSeq })
  }, [id, reply, lastSeq])

  const question: ReactNode = (
    <AlertDialog
      isOpen={waiting !== null}
      onClose={() => {
        seeAll(id, lastSeq)
        setWaiting(null)
      }}
      title={words.title(firstName(waiting?.name ?? ''))}
      cancelLabel={words.look}
      confirm={{
        label: words.send,
        act: async () => {
          waiting?.send()
          return null
        },
      }}
    >
      <p>{words.text}</p>
    </AlertDialog>
  )
  return {
    question,
    /** Sends at once, or once the question has been answered so. */
    ask(send: () => void) {
      const name = answeredSince(messages ?? [], begunSeq(id) ?? lastSeq, agentId)
      if (name === null) send()
      else setWaiting({ name, send })
    },
  }
}
