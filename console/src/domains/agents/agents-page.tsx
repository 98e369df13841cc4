import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RemovedAgent } from '#contract/agents.ts'
import { useMe } from '../../live/session.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { AgentsScreen } from './list/agents-screen.tsx'
import { addressOf, filterOf, sortingOf } from './list/people-address.ts'
import { removedQuery } from './queries.ts'
import { usePeople } from './use-people.ts'

const route = getRouteApi('/frame/settings/agents')

/** Settings → Agents: everybody who belongs here, everybody who was asked to, and the form over them. */
export function AgentsPage() {
  return (
    <>
      <AgentsList />
      <Outlet />
    </>
  )
}

const nobody: readonly RemovedAgent[] = []

function AgentsList() {
  const { organisationId, may } = useMe()
  const address = route.useSearch()
  const navigate = useNavigate()
  const filter = useMemo(() => filterOf(address), [address])
  const sorting = useMemo(() => sortingOf(address), [address])
  const fetched = usePeople()
  const removed = useQuery({ ...removedQuery(organisationId), enabled: filter.state === 'removed' })
  if (fetched.state === 'failed') return <ErrorState onRetry={fetched.retry} isRetrying={fetched.isRetrying} />
  if (removed.isError) return <ErrorState onRetry={() => void removed.refetch()} isRetrying={removed.isFetching} />
  if (fetched.state === 'pending' || removed.isLoading) return <SkeletonRows />
  return (
    <AgentsScreen
      {...fetched.people}
      removed={removed.data?.agents ?? nobody}
      mayInvite={may.invite}
      filter={filter}
      sorting={sorting}
      onShow={(nextFilter, nextSorting) =>
        void navigate({ to: '.', search: addressOf(nextFilter, nextSorting), replace: true, resetScroll: false })
      }
    />
  )
}
