import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../live/session.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { ChannelsScreen } from './channels-screen.tsx'
import { channelsQuery } from './queries.ts'

/** Settings → Messageries: of the sub-account that is shown, or of all in reach. */
export function ChannelsPage() {
  const shown = useShownSubAccount()
  const channels = useQuery(channelsQuery(useMe().organisationId))
  if (channels.isPending) return <SkeletonRows />
  if (channels.isError) return <ErrorState onRetry={() => void channels.refetch()} isRetrying={channels.isFetching} />
  const here = channels.data.channels.filter(({ subAccountId }) => !shown || subAccountId === shown.id)
  return <ChannelsScreen channels={here} />
}
