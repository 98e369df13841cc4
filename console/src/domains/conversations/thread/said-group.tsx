import { CalendarPlus } from 'lucide-react'
import { memo } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { useWords } from '../../../ui/words.tsx'
import { MessageFiles } from '../files/message-files.tsx'
import { firstName } from '../visitor-name.ts'
import { bubbleLook, saidLook } from './bubble-look.ts'
import { useFoundMarks } from './found-seq.ts'
import { MessageText } from './message-text.tsx'
import { type DeliveryMark, SaidFoot } from './said-foot.tsx'
import type { SaidRow } from './thread-rows.ts'
import { OwnWords } from './words/own-words.tsx'
import { WordsMark } from './words/words-mark.tsx'

interface SaidGroupProps {
  row: SaidRow
  visitor: { id: string; name: string | null; shownName: string }
  /** The reader wrote it. */
  isOwn: boolean
  mark: DeliveryMark | null
}

/** What one party said in one go: the visitor on the left, those who answer on the right. */
export const SaidGroup = memo(
  function SaidGroup({ row, visitor, isOwn, mark }: SaidGroupProps) {
    const words = useWords().conversations.thread
    const foundMark = useFoundMarks()
    const isVisitor = row.author.kind === 'visitor'
    const author = row.author.kind === 'agent' ? row.author.name : visitor.shownName
    const last = row.messages.at(-1)
    return (
      <div className={classNames('flex flex-col gap-1', isVisitor ? 'items-start' : 'items-end')}>
        <span className="unseen">{isOwn ? words.from.you : author}</span>
        {row.messages.map((message) => (
          <div key={message.seq} className="flex max-w-[84%] items-end gap-2 phone:max-w-[88%]">
            {isVisitor &&
              (message === last ? (
                <Avatar id={visitor.id} name={visitor.name ?? ''} size="small" />
              ) : (
                <span className="w-7 flex-none" />
              ))}
            <div {...foundMark(message.seq)} className={saidLook(isVisitor)}>
              <OwnWords message={message}>
                <div className={saidLook(isVisitor)}>
                  {message.text !== '' && (
                    <div className={bubbleLook(isVisitor ? 'visitor' : 'agent')}>
                      <MessageText text={message.text} />
                    </div>
                  )}
                  {message.proposedReasonId !== null && (
                    <p className="flex items-center gap-1.5 px-1 text-xs text-ink-soft">
                      <Icon of={CalendarPlus} />
                      {words.proposed}
                    </p>
                  )}
                  <MessageFiles conversationId={message.conversationId} files={message.files} />
                </div>
              </OwnWords>
              <WordsMark message={message} />
            </div>
          </div>
        ))}
        {last && (
          <SaidFoot
            at={last.sentAt}
            author={isVisitor || isOwn ? null : firstName(author)}
            mark={mark}
            isVisitor={isVisitor}
          />
        )}
      </div>
    )
  },
  (before, after) =>
    before.mark === after.mark &&
    before.isOwn === after.isOwn &&
    before.visitor === after.visitor &&
    before.row.messages.length === after.row.messages.length &&
    before.row.messages.every((message, index) => message === after.row.messages[index]),
)
