import { type RefObject, useEffect, useRef } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { OfferActs } from '../routing/offer-acts.tsx'
import { Card } from './card.tsx'
import { cardHeightRem, remToPixels } from './card-height.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'

interface CardRowsProps {
  label: string
  conversations: readonly ConversationForAgent[]
  /** What scrolls: several lists may share it. */
  scroller: RefObject<HTMLElement | null>
  tabStop: ConversationId | null
  onFocus: (id: ConversationId) => void
  /** The end is in sight, or near. */
  onEndNear?: () => void
}

/** The cards of one list. Only those in sight are drawn, and the one Tab reaches, wherever it is. */
export function CardRows({ label, conversations, scroller, tabStop, onFocus, onEndNear }: CardRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const isPhone = useIsPhone()
  const subAccounts = useKnown(({ subAccounts }) => subAccounts, noSubAccounts)
  const rowHeightPx = remToPixels(cardHeightRem[isPhone ? 'phone' : 'column'])
  const count = conversations.length
  const { from, to } = useRowsInSight(scroller, list, { rowHeightPx, count })
  const tabStopIndex = tabStop === null ? -1 : conversations.findIndex(({ id }) => id === tabStop)

  const isEndNear = to >= count
  useEffect(() => {
    if (isEndNear) onEndNear?.()
  }, [isEndNear, onEndNear])

  // In one array: the card that has the focus stays the same one when it goes out of sight.
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
  if (tabStopIndex !== -1 && tabStopIndex < from) drawn.unshift(tabStopIndex)
  if (tabStopIndex >= to) drawn.push(tabStopIndex)

  const row = (index: number) => {
    const conversation = conversations[index]
    if (!conversation) return null
    const { id, subAccountId } = conversation
    return (
      <li
        key={id}
        aria-setsize={count}
        aria-posinset={index + 1}
        className="absolute inset-x-0"
        style={{ height: rowHeightPx, top: index * rowHeightPx }}
      >
        <Card
          conversation={conversation}
          subAccountName={
            subAccounts.length > 1 ? (subAccounts.find((each) => each.id === subAccountId)?.name ?? '') : null
          }
          isTabStop={id === tabStop}
          onFocus={onFocus}
        />
        {conversation.offer?.toYou && <OfferActs conversation={conversation} />}
      </li>
    )
  }
  return (
    <ul ref={list} aria-label={label} className="relative" style={{ height: count * rowHeightPx }}>
      {drawn.map(row)}
    </ul>
  )
}

const noSubAccounts: never[] = []
