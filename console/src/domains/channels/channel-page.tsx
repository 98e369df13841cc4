import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Plug } from 'lucide-react'
import { useMe } from '../../live/session.ts'
import { textLink } from '../../ui/actions/button-look.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/feedback/states.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { ChannelForm } from './channel-form.tsx'
import { channelsQuery } from './queries.ts'
import { RoutingPanel } from './routing-panel.tsx'
import { ScriptPanel } from './script-panel.tsx'

const route = getRouteApi('/frame/settings/channels/$channelId')

/** One channel: how to install it, where it may run, how it looks and what it says. */
export function ChannelPage() {
  const { channelId } = route.useParams()
  const { channels: words } = useWords()
  const channels = useQuery(channelsQuery(useMe().organisationId))
  const channel = channels.data?.channels.find(({ id }) => id === channelId)
  if (channels.isPending) return <SkeletonRows />
  if (channels.isError) return <ErrorState onRetry={() => void channels.refetch()} isRetrying={channels.isFetching} />
  if (!channel)
    return (
      <EmptyState icon={Plug} title={words.empty.title}>
        {words.empty.text}
      </EmptyState>
    )
  return (
    <div className="grid max-w-240 gap-4">
      <div className="grid gap-1">
        <Link
          to="/settings/channels"
          className={`${textLink} inline-flex items-center gap-1.5 justify-self-start text-s`}
        >
          <Icon of={ArrowLeft} size="xs" />
          {words.title}
        </Link>
        <h1 className="text-xl font-semibold tracking-tight">
          <bdi>{channel.name}</bdi>
        </h1>
      </div>
      <ScriptPanel channel={channel} />
      <ChannelForm key={channel.id} channel={channel} onReload={() => channels.refetch()} />
      <RoutingPanel key={`routing-${channel.id}`} channel={channel} />
    </div>
  )
}
