import { type ReactNode, useEffect, useState } from 'react'
import { isBehind } from '#client/agent-state.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { useWords } from '../../../ui/words.tsx'
import { firstName } from '../visitor-name.ts'
import { answeredSince, begunSeq, followReply, seeAll } from './meanwhile.ts'

/** Before a reply leaves by `send`: whether a colleague answered after what one last saw. */
export function useMeanwhileQuestion({ id, lastSeq }: ConversationForAgent, reply: string | null, send: () => void) {
  const words = useWords().conversations.meanwhile
  const { agentId } = useLive()
  const messages = useKnown(({ threads }) => threads.get(id)?.messages, undefined)
  const lacksMessages = useKnown((state) => !state.threads.has(id) || isBehind(state, id), true)
  const [answeredBy, setAnsweredBy] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    if (reply !== null) followReply(id, { text: reply, lastSeq })
  }, [id, reply, lastSeq])

  const decide = () => {
    const name = answeredSince(messages ?? [], begunSeq(id) ?? lastSeq, agentId)
    if (name === null) send()
    else setAnsweredBy(name)
  }
  // Of a conversation that came back a moment ago nobody knows yet what was said in it: the reply leaves once it is there.
  useEffect(() => {
    if (!isAsked || lacksMessages) return
    setAsked(false)
    decide()
  })

  const question: ReactNode = (
    <AlertDialog
      isOpen={answeredBy !== null}
      onClose={() => {
        seeAll(id, lastSeq)
        setAnsweredBy(null)
      }}
      title={words.title(firstName(answeredBy ?? ''))}
      cancelLabel={words.look}
      confirm={{
        label: words.send,
        act: async () => {
          send()
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
    ask: () => (lacksMessages ? setAsked(true) : decide()),
  }
}
