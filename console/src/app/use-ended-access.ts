import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { Live } from '../live/live.ts'
import { fetchSession, organisationOf, sessionQuery } from '../live/session.ts'
import { leaveEnded } from './leave.ts'

/** A right that seemed to end and did not (a proxy's mistake, say) is not asked about again at once. */
const restMs = 10_000

/** What the console does once the connection was told that its reader is nobody here any more. */
export function useEndedAccess() {
  const router = useRouter()
  const queryClient = useQueryClient()
  return async (live: Live) => {
    const session = await fetchSession().catch(() => undefined)
    if (session === null) {
      leaveEnded()
    } else if (session && organisationOf(session) !== live.organisationId) {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      await router.navigate({ to: '/' })
    } else {
      setTimeout(live.wake, restMs)
    }
  }
}
