import { useCanGoBack, useMatchRoute, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { UserRoundX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ConversationId } from '#contract/ids.ts'
import { useReadable } from '../../live/cell.ts'
import { useMe } from '../../live/session.ts'
import { useKnown, useLive } from '../../live/use-live.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState, ErrorState } from '../../ui/feedback/states.tsx'
import { useIsNarrow, useIsPhone } from '../../ui/look/use-media-query.ts'
import { useWords } from '../../ui/words.tsx'
import { About } from './about/about.tsx'
import { AboutPanel } from './about/about-panel.tsx'
import { isNarrowed } from './address.ts'
import { focusCard } from './lists/card-focus.ts'
import { ConversationColumn } from './lists/conversation-column.tsx'
import { ListsSkeleton } from './lists/lists-skeleton.tsx'
import { NothingChosen, NothingYet } from './nothing-chosen.tsx'
import { KeepRoutingTrue } from './routing/keep-routing-true.tsx'
import { Thread } from './thread/thread.tsx'
import { useAddress } from './use-address.ts'
import { useListCommands } from './use-list-commands.ts'
import { useLists } from './use-lists.ts'

/** Lists, conversation, and what is known of the visitor: side by side, or one after the other on a phone. */
export function ConversationsPage() {
  const words = useWords().conversations.empty
  const { active } = useMe()
  const live = useLive()
  const lists = useLists()
  const connection = useReadable(live.connection)
  const opened = useOpened()
  useListCommands(lists)

  if (!active) {
    return (
      <EmptyState icon={UserRoundX} title={words.inactiveTitle}>
        {words.inactiveText}
      </EmptyState>
    )
  }
  if (!lists && connection === 'offline') return <ErrorState onRetry={live.wake} />
  return (
    <>
      <KeepRoutingTrue />
      <Columns lists={lists} opened={opened} />
    </>
  )
}

function Columns({ lists, opened }: { lists: ReturnType<typeof useLists>; opened: ConversationId | null }) {
  const isPhone = useIsPhone()
  const isNarrow = useIsNarrow()
  const navigate = useNavigate()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const conversation = useKnown(({ conversations }) => (opened ? conversations.get(opened) : undefined), undefined)
  const isAboutAsked = useMatchRoute()({ to: '/conversations/$conversationId/about' }) !== false
  const isGone = useReadable(useLive().threads.progress) !== 'loading' && !conversation
  useReturnToCard(opened, isPhone)

  const params = { conversationId: opened ?? '' }
  const toggleAbout = () => {
    if (!isAboutAsked) void navigate({ to: '/conversations/$conversationId/about', params })
    else if (canGoBack) router.history.back()
    else void navigate({ to: '/conversations/$conversationId', params, replace: true })
  }
  const address = useAddress()
  const isWhole = address.q === undefined && !isNarrowed(address)
  const hasNothing = isWhole && lists !== null && lists.pending.length + lists.open.length + lists.closed.length === 0

  return (
    <div
      className={classNames(
        'relative grid h-full grid-rows-[minmax(0,1fr)] overflow-hidden',
        isPhone ? columns.phone : isNarrow ? columns.narrow : columns.wide,
      )}
    >
      {!(isPhone && opened) && (lists ? <ConversationColumn lists={lists} opened={opened} /> : <ListsSkeleton />)}
      {opened && (
        <div className={classNames('relative min-h-0 min-w-0', isGone && !isNarrow && 'col-span-2')}>
          <Thread
            conversationId={opened}
            about={isNarrow && conversation ? { isShown: isAboutAsked, toggle: toggleAbout } : null}
          />
        </div>
      )}
      {!opened && !isPhone && (
        <div className="col-span-2 min-h-0">{hasNothing ? <NothingYet /> : <NothingChosen />}</div>
      )}
      {opened && !isNarrow && !isGone && (
        <aside className="min-h-0 overflow-y-auto border-l border-line bg-surface text-s">
          {conversation && <About conversation={conversation} />}
        </aside>
      )}
      {conversation && isNarrow && isAboutAsked && (
        <AboutPanel isPhone={isPhone} onClose={toggleAbout}>
          <About conversation={conversation} />
        </AboutPanel>
      )}
    </div>
  )
}

const columns = {
  wide: 'grid-cols-[19.75rem_minmax(0,1fr)_18.75rem]',
  narrow: 'grid-cols-[18.5rem_minmax(0,1fr)]',
  phone: 'grid-cols-[minmax(0,1fr)]',
}

/** The conversation of the address. */
function useOpened(): ConversationId | null {
  const { conversationId } = useParams({ strict: false })
  // Whatever stands in the address: an id that is none is answered like any unknown one.
  return (conversationId as ConversationId | undefined) ?? null
}

/** Coming back to the lists of a phone, one goes on from the card one left. */
function useReturnToCard(opened: ConversationId | null, isPhone: boolean) {
  const left = useRef<ConversationId | null>(null)
  useEffect(() => {
    if (opened === null && left.current !== null && isPhone) focusCard(left.current)
    left.current = opened
  }, [opened, isPhone])
}
