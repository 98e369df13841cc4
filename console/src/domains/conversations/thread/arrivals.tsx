import { useEffect, useRef, useState } from 'react'
import type { MessageForAgent } from '#contract/messages.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { firstName } from '../visitor-name.ts'

/** More would be heard for minutes; the message itself is there to be read. */
const spokenLength = 200

/**
 * Says what arrives in the conversation in sight to screen readers, once there is a pause. The log itself is silent: it
 * would speak older messages too when they are put above.
 */
export function Arrivals({ messages, name }: { messages: readonly MessageForAgent[]; name: string }) {
  const { thread: words, files: fileWords, rating } = useWords().conversations
  const fileLine = fileWords.line
  const { levels } = rating
  const { agentId } = useLive()
  const [spoken, setSpoken] = useState('')
  const lastSeq = useRef(messages.at(-1)?.seq ?? 0)

  useEffect(() => {
    const arrived = messages.filter(({ seq }) => seq > lastSeq.current)
    lastSeq.current = messages.at(-1)?.seq ?? 0
    const lines = arrived.flatMap(({ author, kind, notice, score, text, files }) => {
      if (notice !== null) {
        const by = author.kind === 'agent' ? firstName(author.name) : author.kind === 'visitor' ? name : null
        const told = by === null ? words.notice[notice] : `${words.notice[notice]} ${words.noticeBy[notice](by)}`
        return score === null ? told : words.said(told, `${levels[score]}. ${text.slice(0, spokenLength)}`)
      }
      if (author.kind === 'agent' && author.agentId === agentId) return []
      const who = kind === 'note' ? words.noteFrom : author.kind === 'agent' ? author.name : name
      const [first] = files
      return words.said(who, text === '' && first ? fileLine(files.length, first.name) : text.slice(0, spokenLength))
    })
    if (lines.length > 0) setSpoken(lines.join('\n'))
  }, [messages, words, fileLine, levels, name, agentId])

  return (
    <div role="status" aria-live="polite" className="unseen">
      {spoken}
    </div>
  )
}
