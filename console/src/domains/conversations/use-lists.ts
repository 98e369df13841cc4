import { useMemo } from 'react'
import { type Lists, listsOf } from '#client/agent-lists.ts'
import { isWholeFilter, passesFilter } from '#client/conversation-filter.ts'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentId } from '#contract/ids.ts'
import { useReadable } from '../../live/cell.ts'
import { type ClosedEnd, type ClosedPages, joinedClosed } from '../../live/closed-pages.ts'
import type { KnownState } from '../../live/known-state.ts'
import { useMe } from '../../live/session.ts'
import { useLive } from '../../live/use-live.tsx'
import { keepOneOf, useKept } from '../../ui/kept.ts'
import { useFilter } from './use-address.ts'

/** Whose open conversations are listed. */
export const keptWhose = keepOneOf('comptoir.whose-conversations', ['all', 'mine'])

interface Narrowing {
  filter: ConversationFilter
  /** Only this agent's open ones. */
  whose: AgentId | null
  /** Up to where closed ones are loaded, and whether there are older ones. */
  closed: { end: ClosedEnd | null; hasMore: boolean }
}

/** The lists as this page shows them; null until they are known. */
export function useLists(): Lists | null {
  const live = useLive()
  const known = useReadable(live.known)
  const filter = useFilter()
  const pages = useClosedPages()
  const end = useReadable(pages.end)
  const hasMore = useReadable(pages.hasMore)
  const [whose] = useKept(keptWhose)
  const mayChoose = useReachesOthers() && filter.assigneeId === undefined
  return useMemo(
    () =>
      known &&
      narrowLists(known, {
        filter,
        whose: mayChoose && whose === 'mine' ? live.agentId : null,
        closed: { end, hasMore },
      }),
    [known, filter, whose, mayChoose, end, hasMore, live.agentId],
  )
}

/** The closed conversations that this page shows, page by page. */
export function useClosedPages(): ClosedPages {
  return useLive().closedOf(useFilter())
}

/** Whether conversations of colleagues are within reach, so that asking for one's own alone makes sense. */
export function useReachesOthers(): boolean {
  const { role, reach } = useMe()
  return role !== 'agent' || reach !== 'own'
}

export function narrowLists(state: NonNullable<KnownState>, { filter, whose, closed: loaded }: Narrowing): Lists {
  const lists = listsOf(state)
  const isWhole = isWholeFilter(filter)
  const passing = (list: readonly ConversationForAgent[]) =>
    isWhole ? list : list.filter((conversation) => passesFilter(conversation, filter))
  const closed = joinedClosed(passing(lists.closed), loaded.end, loaded.hasMore)
  if (isWhole && !whose) return closed === lists.closed ? lists : { ...lists, closed }
  const open = passing(lists.open)
  return {
    pending: passing(lists.pending),
    open: whose ? open.filter(({ assigneeId }) => assigneeId === whose) : open,
    closed,
  }
}
