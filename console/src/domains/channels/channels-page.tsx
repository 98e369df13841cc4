import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../live/session.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { ChannelsScreen } from './channels-screen.tsx'
import { channelsQuery } from './queries.ts'

/** Settings → Messageries. */
export function ChannelsPage() {
  const channels = useQuery(channelsQuery(useMe().organisationId))
  if (channels.isPending) return <SkeletonRows />
  if (channels.isError) return <ErrorState onRetry={() => void channels.refetch()} isRetrying={channels.isFetching} />
  return <ChannelsScreen channels={channels.data.channels} />
}
