import { useMemo } from 'react'
import { type Lists, listsOf } from '#client/agent-lists.ts'
import type { AgentId } from '#contract/ids.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { useReadable } from '../../live/cell.ts'
import { type ClosedEnd, type ClosedPages, joinedClosed } from '../../live/closed-pages.ts'
import type { KnownState } from '../../live/known-state.ts'
import { useMe } from '../../live/session.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { useLive } from '../../live/use-live.tsx'
import { keepOneOf, useKept } from '../../ui/kept.ts'

/** Whose open conversations are listed. */
export const keptWhose = keepOneOf('comptoir.whose-conversations', ['all', 'mine'])

interface Narrowing {
  subAccount: SubAccount | null
  /** Only this agent's open ones. */
  assignee: AgentId | null
  /** Up to where closed ones are loaded, and whether there are older ones. */
  closed: { end: ClosedEnd | null; hasMore: boolean }
}

/** The lists as this page shows them; null until they are known. */
export function useLists(): Lists | null {
  const live = useLive()
  const known = useReadable(live.known)
  const subAccount = useShownSubAccount()
  const pages = useClosedPages()
  const end = useReadable(pages.end)
  const hasMore = useReadable(pages.hasMore)
  const [whose] = useKept(keptWhose)
  const mayChoose = useReachesOthers()
  return useMemo(
    () =>
      known &&
      narrowLists(known, {
        subAccount,
        assignee: mayChoose && whose === 'mine' ? live.agentId : null,
        closed: { end, hasMore },
      }),
    [known, subAccount, whose, mayChoose, end, hasMore, live.agentId],
  )
}

/** The closed conversations that this page shows, page by page. */
export function useClosedPages(): ClosedPages {
  return useLive().closedOf(useShownSubAccount()?.id ?? null)
}

/** Whether open conversations of colleagues are within reach, so that asking for one's own alone makes sense. */
export function useReachesOthers(): boolean {
  const { role, reach } = useMe()
  return role !== 'agent' || reach !== 'own'
}

export function narrowLists(
  state: NonNullable<KnownState>,
  { subAccount, assignee, closed: loaded }: Narrowing,
): Lists {
  const lists = listsOf(state)
  const isThere = ({ subAccountId }: { subAccountId: string }) => !subAccount || subAccountId === subAccount.id
  const here = subAccount ? lists.closed.filter(isThere) : lists.closed
  const closed = joinedClosed(here, loaded.end, loaded.hasMore)
  if (!subAccount && !assignee) return closed === lists.closed ? lists : { ...lists, closed }
  return {
    pending: lists.pending.filter(isThere),
    open: lists.open.filter((each) => isThere(each) && (!assignee || each.assigneeId === assignee)),
    closed,
  }
}
