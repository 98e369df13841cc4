import { type RefObject, useMemo } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { DayRow } from './day-row.tsx'
import { NoteRow } from './note-row.tsx'
import { NoticeRow } from './notice-row.tsx'
import type { DeliveryMark } from './said-foot.tsx'
import { SaidGroup } from './said-group.tsx'
import { marksOf, type SaidRow, type ThreadRow } from './thread-rows.ts'

interface LogRowsProps {
  conversation: ConversationForAgent
  name: string
  rows: readonly ThreadRow[]
  messages: readonly MessageForAgent[]
  newLine: RefObject<HTMLDivElement | null>
}

/** The messages, row by row. */
export function LogRows({ conversation, name, rows, messages, newLine }: LogRowsProps) {
  const words = useWords().conversations.thread
  const { agentId } = useLive()
  const { visitorReadSeq } = conversation
  const { id, name: ownName } = conversation.visitor
  const visitor = useMemo(() => ({ id, name: ownName, shownName: name }), [id, ownName, name])
  const marks = useMemo(() => marksOf(messages, visitorReadSeq), [messages, visitorReadSeq])

  const markOf = ({ messages }: SaidRow): DeliveryMark | null => {
    if (messages.some(({ seq }) => seq === marks.sentSeq)) return 'sent'
    return messages.some(({ seq }) => seq === marks.seenSeq) ? 'seen' : null
  }

  return rows.map((row) => {
    switch (row.kind) {
      case 'day':
        return <DayRow key={row.key} at={row.at} />
      case 'new-line':
        return (
          <div key={row.key} ref={newLine} className="my-2 flex items-center gap-3 text-xs font-medium text-green">
            <span className="h-px flex-1 bg-green" />
            {words.newLine}
            <span className="h-px flex-1 bg-green" />
          </div>
        )
      case 'notice':
        return <NoticeRow key={row.key} message={row.message} name={name} />
      case 'note':
        return <NoteRow key={row.key} message={row.message} />
      case 'said':
        return (
          <SaidGroup
            key={row.key}
            row={row}
            visitor={visitor}
            isOwn={row.author.kind === 'agent' && row.author.agentId === agentId}
            mark={markOf(row)}
          />
        )
      default:
        return row satisfies never
    }
  })
}
