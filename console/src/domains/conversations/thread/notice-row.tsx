import {
  ArrowRightLeft,
  CalendarCheck,
  CalendarClock,
  CalendarSync,
  CalendarX,
  Check,
  Forward,
  Mail,
  RotateCcw,
  Star,
  Undo2,
  UserCheck,
} from 'lucide-react'
import { memo } from 'react'
import type { MessageForAgent } from '#contract/messages.ts'
import type { NoticeAct } from '#contract/vocabulary.ts'
import { Icon, type LucideIcon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { RatingMark } from '../rating/rating-mark.tsx'
import { firstName } from '../visitor-name.ts'
import { useFoundMarks } from './found-seq.ts'
import { HourOf } from './hour-of.tsx'
import { useNoticeTo } from './use-notice-to.ts'

const icons: Record<NoticeAct, LucideIcon> = {
  'picked-up': UserCheck,
  closed: Check,
  reopened: RotateCcw,
  deactivated: Undo2,
  left: Undo2,
  'out-of-reach': Undo2,
  away: Undo2,
  gone: Undo2,
  'handed-over': Forward,
  transferred: Forward,
  moved: ArrowRightLeft,
  'given-back': Undo2,
  rated: Star,
  'transcript-sent': Mail,
  'appointment-booked': CalendarCheck,
  'appointment-moved': CalendarClock,
  'appointment-cancelled': CalendarX,
  'appointment-reassigned': CalendarSync,
}

/** What happened to the conversation, by whom, or because of whom. */
export const NoticeRow = memo(function NoticeRow({ message, name }: { message: MessageForAgent; name: string }) {
  const { thread: words, rating } = useWords().conversations
  const { quoted } = rating
  const foundMark = useFoundMarks()
  const { author, notice } = message
  const to = useNoticeTo(message)
  if (notice === null) return null
  const who = author.kind === 'agent' ? firstName(author.name) : author.kind === 'visitor' ? name : null
  const isWished = notice === 'transcript-sent' && author.kind === 'visitor'
  const by = who !== null && (isWished ? words.askedBy(who) : words.noticeBy[notice](who))
  return (
    <p
      {...foundMark(message.seq)}
      className="my-1.5 flex items-start justify-center gap-1.5 text-center text-xs text-ink-soft"
    >
      <Icon of={icons[notice]} size="xs" className="mt-px flex-none" />
      <span>
        <b className="font-medium text-ink">{words.notice[notice]}</b> {to} {by} · <HourOf at={message.sentAt} />
        {message.score !== null && (
          <span className="mt-0.5 block text-s text-ink">
            <RatingMark score={message.score} />
            {message.text !== '' && (
              <span dir="auto" className="block whitespace-pre-wrap wrap-anywhere">
                {quoted(message.text)}
              </span>
            )}
          </span>
        )}
      </span>
    </p>
  )
})
