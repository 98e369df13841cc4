import { Plug, Plus } from 'lucide-react'
import type { ChannelForAgent } from '#contract/channels.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { Button } from '../../ui/actions/button.tsx'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { type Column, Table } from '../../ui/lists/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { ChannelMenu } from './list/channel-menu.tsx'
import { ChannelName } from './list/channel-name.tsx'
import { StatePill } from './list/state-pill.tsx'
import type { ChannelTasks } from './list/use-channel-tasks.tsx'

interface ChannelsScreenProps {
  channels: readonly ChannelForAgent[]
  /** Named once there are two in sight. */
  subAccounts: readonly SubAccount[]
  tasks: ChannelTasks
  /** Absent: the reader may not. */
  onAdd: (() => void) | undefined
}

/** The channels in reach, each with what tells it from the others; the archived ones apart. */
export function ChannelsScreen({ channels, subAccounts, tasks, onAdd }: ChannelsScreenProps) {
  const words = useWords().channels
  const inUse = channels.filter(({ state }) => state !== 'archived')
  const archived = channels.filter(({ state }) => state === 'archived')
  const columns: Column<ChannelForAgent>[] = [
    {
      key: 'name',
      header: words.columns.name,
      cell: (channel) => <ChannelName channel={channel} />,
      onPhone: 'lead',
      isWide: true,
    },
    ...(subAccounts.length > 1
      ? [
          {
            key: 'subAccount',
            header: words.columns.subAccount,
            cell: ({ subAccountId }: ChannelForAgent) => subAccounts.find(({ id }) => id === subAccountId)?.name,
            onPhone: 'line' as const,
          },
        ]
      : []),
    {
      key: 'state',
      header: words.columns.state,
      cell: ({ state }) => <StatePill state={state} isAlways />,
      onPhone: 'line',
    },
  ]
  const add = onAdd && (
    <Button kind="main" icon={Plus} onPress={onAdd}>
      {words.add.button}
    </Button>
  )
  return (
    <div className="grid max-w-240 gap-4">
      <PageHeading title={words.title} text={words.text} actions={add} />
      {channels.length === 0 ? (
        <EmptyState icon={Plug} title={words.empty.title}>
          {onAdd ? words.empty.text : words.empty.nobody}
        </EmptyState>
      ) : (
        <Table
          label={words.title}
          columns={columns}
          groups={[
            { key: 'in-use', rows: inUse },
            ...(archived.length > 0
              ? [
                  {
                    key: 'archived',
                    heading: (
                      <>
                        <b className="font-medium text-ink">{words.archivedOnes}</b> · {words.archivedHint}
                      </>
                    ),
                    rows: archived,
                  },
                ]
              : []),
          ]}
          keyOf={({ id }) => id}
          isMuted={({ state }) => state === 'archived'}
          menuOf={(channel) => (channel.may.change ? <ChannelMenu channel={channel} tasks={tasks} isInList /> : null)}
        />
      )}
    </div>
  )
}
