import { Check, CheckCheck } from 'lucide-react'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { HourOf } from './hour-of.tsx'

export type DeliveryMark = 'seen' | 'sent'

interface SaidFootProps {
  at: string
  /** A colleague's name; null for oneself and the visitor, who are known by their side. */
  author: string | null
  mark: DeliveryMark | null
  isVisitor: boolean
}

/** Below a group of words: when, by whom, and whether it was seen. */
export function SaidFoot({ at, author, mark, isVisitor }: SaidFootProps) {
  const words = useSpeech().words.conversations.message
  return (
    <p className={classNames('mb-1 flex items-center gap-1 text-xs text-ink-soft', isVisitor && 'pl-9')}>
      {author && (
        <>
          {author}
          <span aria-hidden="true">·</span>
        </>
      )}
      <HourOf at={at} />
      {mark && (
        <span className={classNames('flex items-center gap-1', mark === 'seen' && 'text-green')}>
          <Icon of={mark === 'seen' ? CheckCheck : Check} size="xs" />
          {words[mark]}
        </span>
      )}
    </p>
  )
}
