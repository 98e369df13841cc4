import { Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useDraft } from '../../../live/drafts.ts'
import { useLive } from '../../../live/use-live.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { visitorFirstName } from '../visitor-name.ts'

interface CardWordsProps {
  conversation: ConversationForAgent
  isTyping: boolean
  isUnread: boolean
}

/** The second line of a card: somebody types, what one has begun to write, or the last words. */
export function CardWords({ conversation, isTyping, isUnread }: CardWordsProps) {
  const all = useWords().conversations
  const words = all.card
  const { answered } = useWords().answers
  const { agentId } = useLive()
  const draft = useDraft(agentId, conversation.id)
  const { lastMessage, assigneeId } = conversation
  if (isTyping) return <Line className="text-green">{words.typing(visitorFirstName(conversation.visitor, all))}</Line>
  if (draft.reply.trim() !== '' && conversation.state === 'open') {
    return (
      <Line className="text-ink-soft">
        <span className="font-medium text-red">{words.draft}</span> {draft.reply}
      </Line>
    )
  }
  // It began by what its visitor answered: they have not said a word.
  if (!lastMessage) return <Line className="text-ink-soft">{answered}</Line>
  return (
    <Line className={isUnread ? 'text-ink' : 'text-ink-soft'}>
      {lastMessage.kind === 'note' && <span className="font-medium text-amber">{words.note} </span>}
      {lastMessage.kind === 'text' &&
        lastMessage.by === 'agent' &&
        (assigneeId === agentId ? `${words.you} ` : <ByColleague label={words.reply} />)}
      <bdi>{lastMessage.text || filesInWords(lastMessage.files, all)}</bdi>
    </Line>
  )
}

/** Of what came without words, or was taken back. */
const filesInWords = (
  files: { count: number; first: string } | null,
  { files: words, words: { deleted } }: ReturnType<typeof useWords>['conversations'],
): string => (files === null ? deleted : words.line(files.count, files.first))

const Line = ({ className, children }: { className?: string; children: ReactNode }) => (
  <span className={classNames('block h-[1.45em] truncate text-s phone:text-m', className)}>{children}</span>
)

const ByColleague = ({ label }: { label: string }) => (
  <>
    <Icon of={Reply} size="xs" className="mr-1 inline align-[-2px]" />
    <span className="unseen">{label} </span>
  </>
)
