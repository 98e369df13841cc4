import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '../../live/session.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { useKnown } from '../../live/use-live.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { ChannelsScreen } from './channels-screen.tsx'
import { AddChannelDialog } from './list/add-channel-dialog.tsx'
import { useChannelTasks } from './list/use-channel-tasks.tsx'
import { channelsQuery } from './queries.ts'

/** Settings → Messageries: of the sub-account that is shown, or of all in reach. */
export function ChannelsPage() {
  const shown = useShownSubAccount()
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const channels = useQuery(channelsQuery(useMe().organisationId))
  const tasks = useChannelTasks()
  const [isAdding, setAdding] = useState(false)
  if (channels.isPending) return <SkeletonRows />
  if (channels.isError) return <ErrorState onRetry={() => void channels.refetch()} isRetrying={channels.isFetching} />
  const { mayMake } = channels.data
  const here = channels.data.channels.filter(({ subAccountId }) => !shown || subAccountId === shown.id)
  return (
    <>
      <ChannelsScreen
        channels={here}
        subAccounts={shown ? [] : subAccounts}
        tasks={tasks}
        onAdd={mayMake ? () => setAdding(true) : undefined}
      />
      {isAdding && <AddChannelDialog shown={shown} onClose={() => setAdding(false)} />}
      {tasks.dialog}
    </>
  )
}

const none: never[] = []
