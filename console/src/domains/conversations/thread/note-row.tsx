import { StickyNote } from 'lucide-react'
import { memo } from 'react'
import type { AgentId } from '#contract/ids.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { useMe } from '../../../live/session.ts'
import { useKnown, useLive } from '../../../live/use-live.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { MessageFiles } from '../files/message-files.tsx'
import { firstName } from '../visitor-name.ts'
import { useFoundMarks } from './found-seq.ts'
import { HourOf } from './hour-of.tsx'
import { MessageText } from './message-text.tsx'
import { OwnWords } from './words/own-words.tsx'
import { WordsMark } from './words/words-mark.tsx'

/** A note among colleagues, over the whole width: nobody takes it for something the visitor can read. */
export const NoteRow = memo(function NoteRow({ message }: { message: MessageForAgent }) {
  const words = useWords().conversations.thread
  const foundMark = useFoundMarks()
  const { author } = message
  const { agentId } = useLive()
  const me = useMe()
  const named = useKnown(({ colleagues }) => {
    const nameOf = (id: AgentId) => (id === agentId ? me.name : colleagues.get(id)?.name)
    return message.mentions.flatMap((id) => nameOf(id) ?? []).join('\n')
  }, '')
  return (
    <div
      {...foundMark(message.seq)}
      className="my-1 flex gap-2.5 rounded-m border-l-3 border-amber bg-amber-wash px-3 py-2.25"
    >
      <Icon of={StickyNote} className="mt-0.5 flex-none text-amber" />
      <div className="min-w-0 flex-1">
        <OwnWords message={message}>
          <div className="min-w-0 flex-1">
            {message.text !== '' && <MessageText text={message.text} named={named} />}
            <MessageFiles conversationId={message.conversationId} files={message.files} />
          </div>
        </OwnWords>
        <WordsMark message={message} />
        <p className="mt-0.5 text-xs text-ink-soft">
          <b className="text-amber">{words.noteFrom}</b> {author.kind === 'agent' && firstName(author.name)} ·{' '}
          <HourOf at={message.sentAt} /> · {words.noteUnseen}
          {message.mentions.includes(agentId) && <b className="text-amber"> · {words.mentionsYou}</b>}
        </p>
      </div>
    </div>
  )
})
