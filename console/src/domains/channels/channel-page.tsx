import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Plug } from 'lucide-react'
import { useMe } from '../../live/session.ts'
import { useKnown } from '../../live/use-live.tsx'
import { textLink } from '../../ui/actions/button-look.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/feedback/states.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { ChannelForm } from './channel-form.tsx'
import { ChannelMenu } from './list/channel-menu.tsx'
import { StatePill } from './list/state-pill.tsx'
import { useChannelTasks } from './list/use-channel-tasks.tsx'
import { channelsQuery } from './queries.ts'
import { RoutingPanel } from './routing-panel.tsx'
import { ScriptPanel } from './script-panel.tsx'

const route = getRouteApi('/frame/settings/channels/$channelId')

/** One channel: how to install it, where it may run, how it looks and what it says, and when somebody answers. */
export function ChannelPage() {
  const { channelId } = route.useParams()
  const { channels: words } = useWords()
  const channels = useQuery(channelsQuery(useMe().organisationId))
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const tasks = useChannelTasks()
  const channel = channels.data?.channels.find(({ id }) => id === channelId)
  if (channels.isPending) return <SkeletonRows />
  if (channels.isError) return <ErrorState onRetry={() => void channels.refetch()} isRetrying={channels.isFetching} />
  if (!channel)
    return (
      <EmptyState icon={Plug} title={words.empty.title}>
        {words.empty.nobody}
      </EmptyState>
    )
  const place = subAccounts.length > 1 ? subAccounts.find(({ id }) => id === channel.subAccountId)?.name : undefined
  return (
    <div className="grid max-w-240 grid-cols-1 gap-4">
      <div className="grid gap-1">
        <Link
          to="/settings/channels"
          className={`${textLink} inline-flex items-center gap-1.5 justify-self-start text-s`}
        >
          <Icon of={ArrowLeft} size="xs" />
          {words.title}
        </Link>
        <div className="flex items-start justify-between gap-3">
          <div className="grid min-w-0 gap-1">
            <h1 className="flex flex-wrap items-center gap-2 text-xl font-semibold tracking-tight wrap-anywhere">
              <bdi>{channel.name}</bdi>
              <StatePill state={channel.state} />
            </h1>
            <p className="text-ink-soft">{[words.kinds[channel.kind], place].filter(Boolean).join(' · ')}</p>
          </div>
          {channel.may.change && <ChannelMenu channel={channel} tasks={tasks} />}
        </div>
      </div>
      {channel.state !== 'running' && (
        <Notice kind="amber">
          <b>{words[`${channel.state}Notice`].title}</b> {words[`${channel.state}Notice`].text}
        </Notice>
      )}
      <ScriptPanel channel={channel} />
      <RoutingPanel key={`routing-${channel.id}`} channel={channel} />
      <ChannelForm key={channel.id} channel={channel} onReload={() => channels.refetch()} />
      {tasks.dialog}
    </div>
  )
}

const none: never[] = []
