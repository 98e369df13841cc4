import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useMe } from '../../live/session.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { AgentsScreen } from './agents-screen.tsx'
import { agentsQuery, invitationsQuery, subAccountsQuery } from './queries.ts'

const InviteDialog = lazy(() => import('./invite-dialog.tsx').then((file) => ({ default: file.InviteDialog })))

/** Settings → Agents: everybody who belongs here, and everybody who was asked to. */
export function AgentsPage() {
  const me = useMe()
  const [isInviting, setInviting] = useState(false)
  const agents = useQuery(agentsQuery(me.organisationId))
  const invitations = useQuery(invitationsQuery(me.organisationId))
  const subAccounts = useQuery(subAccountsQuery(me.organisationId))
  const all = [agents, invitations, subAccounts]
  const failed = all.filter(({ isError }) => isError)
  if (failed.length > 0)
    return (
      <ErrorState
        onRetry={() => failed.forEach((query) => void query.refetch())}
        isRetrying={failed.some(({ isFetching }) => isFetching)}
      />
    )
  if (!agents.data || !invitations.data || !subAccounts.data) return <SkeletonRows />
  const people = { agents: agents.data.agents, invitations: invitations.data.invitations }
  return (
    <>
      <AgentsScreen
        {...people}
        subAccounts={subAccounts.data.subAccounts}
        mayInvite={me.may.invite}
        onInvite={() => setInviting(true)}
      />
      {isInviting && (
        <Suspense>
          <InviteDialog
            {...people}
            subAccounts={subAccounts.data.subAccounts}
            roles={me.may.grant}
            onClose={() => setInviting(false)}
          />
        </Suspense>
      )}
    </>
  )
}
