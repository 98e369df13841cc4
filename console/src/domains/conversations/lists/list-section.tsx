import type { RefObject } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { ConversationState } from '#contract/vocabulary.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { useKept } from '../../../ui/kept.ts'
import { useWords } from '../../../ui/words.tsx'
import { isNarrowed } from '../address.ts'
import { useAddress } from '../use-address.ts'
import { keptWhose, useReachesOthers } from '../use-lists.ts'
import { CardRows } from './card-rows.tsx'
import { ClosedFoot, useOlderClosed } from './closed-foot.tsx'
import { ListHead } from './list-head.tsx'
import { WhoseFilter } from './whose-filter.tsx'

interface ListSectionProps {
  state: ConversationState
  conversations: readonly ConversationForAgent[]
  /** How many there are, those that wait to be shown included. */
  count: number
  /** Its tab names it. */
  isHeadless: boolean
  isFolded: boolean
  onFold: (isFolded: boolean) => void
  scroller: RefObject<HTMLElement | null>
  tabStop: ConversationId | null
  onCardFocus: (id: ConversationId) => void
}

/** One of the three lists: its head, its cards, or why there are none. */
export function ListSection(props: ListSectionProps) {
  const { state, conversations, count, isFolded, isHeadless } = props
  const words = useWords().conversations
  const hasMore = useKnown(({ more }) => more[state], false)
  const address = useAddress()
  // Whoever asks for one agent's has said whose.
  const reachesOthers = useReachesOthers() && address.agent === undefined
  const [whose] = useKept(keptWhose)
  const { onEndNear, ...older } = useOlderClosed(state === 'closed' && !isFolded, conversations.length)
  const name = words.lists[state]
  const isOfOneself = state === 'open' && reachesOthers && whose === 'mine'

  return (
    <section aria-label={name} className="pb-1">
      {!isHeadless && (
        <ListHead
          id={`list-${state}`}
          name={name}
          count={
            state === 'closed'
              ? null
              : { value: count, hasMore, label: words.lists.count(count), isWarning: state === 'pending' }
          }
          isFolded={isFolded}
          onFold={props.onFold}
        >
          {state === 'pending' && count > 1 && words.lists.oldestFirst}
          {state === 'open' && reachesOthers && <WhoseFilter />}
        </ListHead>
      )}
      {isHeadless && state === 'open' && reachesOthers && (
        <div className="flex justify-end px-4 pb-2">
          <WhoseFilter />
        </div>
      )}
      {!isFolded && conversations.length === 0 && !(state === 'closed' && older.hasMore) && (
        <p className="px-4.5 pt-0.5 pb-3 text-s text-ink-soft">
          {isNarrowed(address) ? words.empty.filtered[state] : isOfOneself ? words.empty.noneMine : words.empty[state]}
        </p>
      )}
      {!isFolded && conversations.length > 0 && (
        <CardRows
          label={name}
          conversations={conversations}
          scroller={props.scroller}
          tabStop={props.tabStop}
          onFocus={props.onCardFocus}
          onEndNear={state === 'closed' ? onEndNear : undefined}
        />
      )}
      {!isFolded && state !== 'closed' && hasMore && (
        <p className="px-4.5 py-2 text-xs text-ink-soft">{words.lists.moreExist}</p>
      )}
      {!isFolded && state === 'closed' && <ClosedFoot {...older} />}
    </section>
  )
}
