import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { Live } from '../live/live.ts'
import { organisationOf, sessionQuery } from '../live/session.ts'

/** A right that seemed to end and did not (a proxy's mistake, say) is not asked about again at once. */
const restMs = 10_000

/** What the console does once the connection was told that its reader is nobody here any more. */
export function useEndedAccess() {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async (live: Live) => {
    const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined)
    if (session === null) {
      await router.navigate({ to: '/sign-in', search: { to: router.state.location.href, ended: true } })
    } else if (session && organisationOf(session) !== live.organisationId) {
      await router.navigate({ to: '/' })
    } else {
      setTimeout(live.wake, restMs)
    }
  }
}
