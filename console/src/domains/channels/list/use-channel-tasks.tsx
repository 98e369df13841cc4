import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ChannelForAgent } from '#contract/channels.ts'
import { api, refusalOf } from '../../../live/api.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { channelsQuery } from '../queries.ts'
import { MoveChannelDialog } from './move-channel-dialog.tsx'

const doors = {
  pause: 'POST /organisations/:organisationId/channels/:channelId/pause',
  resume: 'DELETE /organisations/:organisationId/channels/:channelId/pause',
  archive: 'POST /organisations/:organisationId/channels/:channelId/archiving',
  restore: 'DELETE /organisations/:organisationId/channels/:channelId/archiving',
} as const

const done = { pause: 'paused', resume: 'resumed', archive: 'archived', restore: 'restored' } as const

type Task = keyof typeof doors | 'move'

export interface ChannelTasks {
  /** At once, or after the question it brings. */
  start(task: Task, channel: ChannelForAgent): void
  /** The question that is asked now: drawn by the page. */
  dialog: ReactNode
}

/** Pausing, archiving and moving, from the list and from a channel's own page. */
export function useChannelTasks(): ChannelTasks {
  const { channels: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<{ task: 'archive' | 'move'; channel: ChannelForAgent } | null>(null)
  const close = () => setAsked(null)

  async function act(task: keyof typeof doors, { id }: ChannelForAgent): Promise<void> {
    const { name } = await api.call(doors[task], { params: { organisationId, channelId: id } })
    toasts.show({ text: words.acts[done[task]](name) })
    await queryClient.invalidateQueries({ queryKey: channelsQuery(organisationId).queryKey })
  }

  const archive = async (channel: ChannelForAgent) => (await refusalOf(act('archive', channel)))?.message ?? null
  return {
    start(task, channel) {
      if (task === 'archive' || task === 'move') setAsked({ task, channel })
      else act(task, channel).catch((error) => sayRefusal(error, ui.failure.text))
    },
    dialog: (
      <>
        {asked?.task === 'move' && <MoveChannelDialog channel={asked.channel} onClose={close} />}
        <AlertDialog
          isOpen={asked?.task === 'archive'}
          onClose={close}
          title={words.archiving.title(asked?.channel.name ?? '')}
          confirm={{
            label: words.acts.archive,
            isDanger: true,
            act: async () => (asked ? archive(asked.channel) : null),
          }}
        >
          {words.archiving.text}
        </AlertDialog>
      </>
    ),
  }
}
