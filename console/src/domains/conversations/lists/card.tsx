import { Link } from '@tanstack/react-router'
import { memo, useLayoutEffect } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import { useSelected } from '../../../live/cell.ts'
import { useLive } from '../../../live/use-live.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Count } from '../../../ui/feedback/pill.tsx'
import { useWords } from '../../../ui/words.tsx'
import { wishFocus } from '../thread/thread-focus.ts'
import { visitorName } from '../visitor-name.ts'
import { cardDomId, fulfilWish } from './card-focus.ts'
import { CardFoot } from './card-foot.tsx'
import { CardWords } from './card-words.tsx'

interface CardProps {
  conversation: ConversationForAgent
  /** Shown at the top right; null while there is only one. */
  subAccountName: string | null
  /** The one card of the lists that Tab reaches; arrows walk on from it. */
  isTabStop: boolean
  onFocus: (id: ConversationId) => void
}

/** A conversation in a list: who, their last words, where and when. */
export const Card = memo(function Card({ conversation, subAccountName, isTabStop, onFocus }: CardProps) {
  const words = useWords().conversations
  const { id, state, unread } = conversation
  useLayoutEffect(() => fulfilWish(id), [id])
  const name = visitorName(conversation.visitor, words)
  const isTyping = useSelected(useLive().typists, (byId) => byId.get(id)?.visitor === true)
  const isUnread = state !== 'closed' && unread > 0
  const mentions = conversation.mentions.unread.length
  return (
    <Link
      id={cardDomId(id)}
      to="/conversations/$conversationId"
      params={{ conversationId: id }}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => onFocus(id)}
      onClick={() => wishFocus(id)}
      className={classNames(
        conversation.offer?.toYou && 'bg-green-wash inset-ring-2 inset-ring-green',
        'relative mx-2 mb-px grid scroll-mt-9 h-[calc(100%-1px)] content-center gap-px rounded-m px-2.5 text-ink no-underline -outline-offset-2 transition-colors hover:bg-sunken aria-[current=page]:bg-green-wash phone:gap-0.75',
      )}
    >
      {isUnread && state === 'open' && (
        <span aria-hidden="true" className="absolute top-3.5 -left-px size-1.75 rounded-full bg-green phone:top-5.5" />
      )}
      <span className="flex min-w-0 items-center gap-1.5">
        <bdi className={classNames('truncate', isUnread ? 'font-semibold' : 'font-medium')}>{name}</bdi>
        {isUnread && <span className="unseen">{words.card.unread(unread)}</span>}
        <Count value={mentions} mark="@" label={words.card.mentions(mentions)} isSmall className="flex-none" />
        {subAccountName !== null && (
          <span className="ml-auto max-w-28 flex-none truncate text-xs text-ink-soft phone:text-s">
            {subAccountName}
          </span>
        )}
      </span>
      <CardWords conversation={conversation} isTyping={isTyping} isUnread={isUnread} />
      <CardFoot conversation={conversation} />
    </Link>
  )
})
