import { ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Lists } from '#client/agent-lists.ts'
import type { ConversationId } from '#contract/ids.ts'
import { conversationStates } from '#contract/vocabulary.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useKept } from '../../../ui/kept.ts'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { useWords } from '../../../ui/words.tsx'
import { showCard } from './card-focus.ts'
import { keptPhoneList, useFoldedLists } from './folded-lists.ts'
import { ListSection } from './list-section.tsx'
import { PhoneListTabs } from './phone-list-tabs.tsx'
import { useCardWalk } from './use-card-walk.ts'
import { useHand } from './use-hand.ts'
import { useHeldLists } from './use-held-lists.ts'

interface ConversationListsProps {
  lists: Lists
  opened: ConversationId | null
}

/** Waiting, open and closed conversations: three lists of one column; on a phone one at a time, behind tabs. */
export function ConversationLists({ lists, opened }: ConversationListsProps) {
  const words = useWords()
  const isPhone = useIsPhone()
  const scroller = useRef<HTMLDivElement>(null)
  const { isUnderHand, handlers } = useHand()
  const { lists: shown, waiting, release } = useHeldLists(lists, opened, isUnderHand)
  const [folded, fold] = useFoldedLists()
  const [phoneList] = useKept(keptPhoneList)
  const states = isPhone ? [phoneList] : conversationStates
  const isFolded = (state: (typeof conversationStates)[number]) => !isPhone && folded.includes(state)

  const walkable = states.filter((state) => !isFolded(state)).flatMap((state) => shown[state].map(({ id }) => id))
  const { tabStop, onKeyDown, onCardFocus } = useCardWalk(walkable, opened)
  // Whoever opens a conversation by its address, or from the palette, sees where it stands.
  useEffect(() => {
    if (opened !== null) showCard(opened)
  }, [opened])

  return (
    <>
      {isPhone && <PhoneListTabs lists={lists} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to keys of the cards inside, which are links */}
      <div
        ref={scroller}
        data-cards
        className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto [overflow-anchor:none]"
        onKeyDown={onKeyDown}
        {...handlers}
      >
        {waiting > 0 && (
          <div className="sticky top-10 z-10 flex h-0 justify-center phone:top-2">
            <Button
              kind="main"
              size="small"
              icon={ArrowUp}
              aria-label={words.ui.showNewcomers(waiting)}
              onPress={() => {
                release()
                scroller.current?.scrollTo({ top: 0 })
              }}
            >
              {words.ui.newcomers(waiting)}
            </Button>
          </div>
        )}
        {states.map((state) => (
          <ListSection
            key={state}
            state={state}
            conversations={shown[state]}
            count={lists[state].length}
            isHeadless={isPhone}
            isFolded={isFolded(state)}
            onFold={(next) => fold(state, next)}
            scroller={scroller}
            tabStop={tabStop}
            onCardFocus={onCardFocus}
          />
        ))}
      </div>
    </>
  )
}
