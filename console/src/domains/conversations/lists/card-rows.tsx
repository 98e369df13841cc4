import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { Card } from './card.tsx'
import { cardHeightRem, remToPixels } from './card-height.ts'

interface CardRowsProps {
  label: string
  conversations: readonly ConversationForAgent[]
  /** What scrolls: several lists may share it. */
  scroller: RefObject<HTMLElement | null>
  tabStop: ConversationId | null
  onFocus: (conversation: ConversationForAgent) => void
  /** The end is in sight, or near. */
  onEndNear?: () => void
}

const fewRows = 8

/** The cards of one list. Only those in sight are drawn, and the one Tab reaches, wherever it is. */
export function CardRows({ label, conversations, scroller, tabStop, onFocus, onEndNear }: CardRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  const isPhone = useIsPhone()
  const rowHeight = remToPixels(cardHeightRem[isPhone ? 'phone' : 'column'])
  const tabStopIndex = tabStop === null ? -1 : conversations.findIndex(({ id }) => id === tabStop)
  const subAccounts = useKnown(({ subAccounts }) => subAccounts, noSubAccounts)

  const virtualizer = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => conversations[index]?.id ?? index,
    overscan: fewRows,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      return tabStopIndex === -1 || inSight.includes(tabStopIndex)
        ? inSight
        : [...inSight, tabStopIndex].sort((one, other) => one - other)
    },
  })

  // Whatever stands above may have grown or been folded away.
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured no longer holds when the height changes
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  const lastInSight = virtualizer.range?.endIndex ?? -1
  const isEndNear = lastInSight >= conversations.length - fewRows
  useEffect(() => {
    if (isEndNear) onEndNear?.()
  }, [isEndNear, onEndNear])

  return (
    <ul ref={list} aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((row) => {
        const conversation = conversations[row.index]
        if (!conversation) return null
        return (
          <li
            key={row.key}
            aria-setsize={conversations.length}
            aria-posinset={row.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ height: row.size, transform: `translateY(${row.start - top}px)` }}
          >
            <Card
              conversation={conversation}
              subAccountName={
                subAccounts.length > 1
                  ? (subAccounts.find(({ id }) => id === conversation.subAccountId)?.name ?? '')
                  : null
              }
              isTabStop={conversation.id === tabStop}
              onFocus={onFocus}
            />
          </li>
        )
      })}
    </ul>
  )
}

const noSubAccounts: never[] = []
