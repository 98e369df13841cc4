import { useMemo } from 'react'
import { type Lists, listsOf } from '#client/agent-lists.ts'
import type { AgentId } from '#contract/ids.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { useReadable } from '../../live/cell.ts'
import { type ClosedEnd, joinedClosed } from '../../live/closed-pages.ts'
import type { KnownState } from '../../live/known-state.ts'
import { useMe } from '../../live/session.ts'
import { chosenSubAccount, keptSubAccount } from '../../live/sub-account-filter.ts'
import { useLive } from '../../live/use-live.tsx'
import { keepOneOf, useKept } from '../../ui/kept.ts'

/** Whose open conversations are listed. */
export const keptWhose = keepOneOf('comptoir.whose-conversations', ['all', 'mine'])

interface Narrowing {
  subAccount: SubAccount | null
  /** Only this agent's open ones. */
  assignee: AgentId | null
  closedEnd: ClosedEnd | null
}

/** The lists as this page shows them; null until they are known. */
export function useLists(): Lists | null {
  const live = useLive()
  const known = useReadable(live.known)
  const closedEnd = useReadable(live.closed.end)
  const [chosen] = useKept(keptSubAccount)
  const [whose] = useKept(keptWhose)
  const mayChoose = useReachesOthers()
  return useMemo(
    () =>
      known &&
      narrowLists(known, {
        subAccount: chosenSubAccount(chosen, known.subAccounts),
        assignee: mayChoose && whose === 'mine' ? live.agentId : null,
        closedEnd,
      }),
    [known, chosen, whose, mayChoose, closedEnd, live.agentId],
  )
}

/** Whether open conversations of colleagues are within reach, so that asking for one's own alone makes sense. */
export function useReachesOthers(): boolean {
  const { role, reach } = useMe()
  return role !== 'agent' || reach !== 'own'
}

export function narrowLists(state: NonNullable<KnownState>, { subAccount, assignee, closedEnd }: Narrowing): Lists {
  const lists = listsOf(state)
  const closed = joinedClosed(lists.closed, closedEnd, state.more.closed)
  if (!subAccount && !assignee) return closed === lists.closed ? lists : { ...lists, closed }
  const isThere = ({ subAccountId }: { subAccountId: string }) => !subAccount || subAccountId === subAccount.id
  return {
    pending: lists.pending.filter(isThere),
    open: lists.open.filter((each) => isThere(each) && (!assignee || each.assigneeId === assignee)),
    closed: closed.filter(isThere),
  }
}
