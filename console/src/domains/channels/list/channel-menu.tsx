import { useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, ArrowRightLeft, Pause, Pencil, Play } from 'lucide-react'
import type { ChannelForAgent } from '#contract/channels.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { MenuAct, RowMenu } from '../../../ui/overlays/menu.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ChannelTasks } from './use-channel-tasks.tsx'

interface ChannelMenuProps {
  channel: ChannelForAgent
  tasks: ChannelTasks
  /** From a list it also leads to the settings. */
  isInList?: boolean
}

/** What can be done with a channel besides its settings. */
export function ChannelMenu({ channel, tasks, isInList = false }: ChannelMenuProps) {
  const words = useWords().channels.acts
  const navigate = useNavigate()
  const { start } = tasks
  // Somebody with one sub-account knows no other to move it to.
  const hasElsewhere = useKnown((state) => state.subAccounts.length > 1, false)
  const isArchived = channel.state === 'archived'
  return (
    <RowMenu of={channel.name}>
      {isInList && (
        <MenuAct
          icon={Pencil}
          onAction={() => void navigate({ to: '/settings/channels/$channelId', params: { channelId: channel.id } })}
        >
          {words.open}
        </MenuAct>
      )}
      {channel.state === 'running' && (
        <MenuAct icon={Pause} hint={words.pauseHint} onAction={() => start('pause', channel)}>
          {words.pause}
        </MenuAct>
      )}
      {channel.state === 'paused' && (
        <MenuAct icon={Play} onAction={() => start('resume', channel)}>
          {words.resume}
        </MenuAct>
      )}
      {hasElsewhere && (
        <MenuAct icon={ArrowRightLeft} onAction={() => start('move', channel)}>
          {words.move}
        </MenuAct>
      )}
      {isArchived ? (
        <MenuAct icon={ArchiveRestore} onAction={() => start('restore', channel)}>
          {words.restore}
        </MenuAct>
      ) : (
        <MenuAct icon={Archive} onAction={() => start('archive', channel)}>
          {words.archive}
        </MenuAct>
      )}
    </RowMenu>
  )
}
