import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { ChannelForAgent } from '#contract/channels.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { type FormRefusal, useForm } from '../../ui/fields/use-form.ts'
import { LeaveQuestion } from '../../ui/overlays/leave-question.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'
import { type ChannelWish, changeOf, faultsOfWish, wishOf } from './channel-wish.ts'
import { kinds } from './kinds.ts'
import { channelsQuery } from './queries.ts'

/** The settings of a channel, saved together over the version that was read. */
export function ChannelForm({ channel, onReload }: { channel: ChannelForAgent; onReload: () => Promise<unknown> }) {
  const { channels: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(channel)
  const [isOvertaken, setOvertaken] = useState(false)
  const form = useForm<ChannelWish>({
    initial: wishOf(channel),
    check: (wish) => faultsOfWish(wish, words),
    send,
  })

  // Whatever was saved, here, beside the form or by a colleague: where nothing is typed over it, the form goes along.
  if (channel.version > began.version && !form.isDirty && form.state !== 'busy') beginFrom(channel)

  function beginFrom(fresh: ChannelForAgent): void {
    setBegan(fresh)
    setOvertaken(false)
    form.reset(wishOf(fresh))
  }

  async function send(wish: ChannelWish): Promise<FormRefusal | null> {
    try {
      await api.call('PUT /organisations/:organisationId/channels/:channelId', {
        params: { organisationId, channelId: channel.id },
        body: changeOf(wish, began.version),
      })
      toasts.show({ text: words.saved })
      await queryClient.invalidateQueries({ queryKey: channelsQuery(organisationId).queryKey })
      return null
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.code === 'channels.changed-meanwhile') setOvertaken(true)
      return { message: error.message, field: fieldOf(error.field) }
    }
  }

  const seeTheirs = async () => {
    await onReload()
    const { data } = queryClient.getQueryState(channelsQuery(organisationId).queryKey) ?? {}
    const fresh = data?.channels.find(({ id }) => id === channel.id)
    if (fresh) beginFrom(fresh)
  }

  const isLocked = !channel.may.change
  return (
    <Form form={form} label={channel.name} className="gap-4">
      <LeaveQuestion isDirty={form.isDirty && form.state !== 'done'} />
      {isLocked && <Notice kind="blue">{words.readOnly}</Notice>}
      {isOvertaken && (
        <Notice
          kind="amber"
          actions={<Button onPress={() => void seeTheirs()}>{words.changedMeanwhile.reload}</Button>}
        >
          <b>{words.changedMeanwhile.title}</b> {words.changedMeanwhile.text}
        </Notice>
      )}
      {kinds[channel.kind].panels.map((Panel) => (
        <Panel key={Panel.name} form={form} channel={channel} isLocked={isLocked} />
      ))}
      {!isLocked && (
        <div
          className={classNames(
            '-mx-1 flex justify-end gap-2 border-t border-line bg-paper px-1 pt-3 pb-4',
            // In sight once there is something to save; before, the page would begin with half of it.
            form.isDirty && 'sticky -bottom-4 z-10',
          )}
        >
          <Button onPress={() => form.reset(wishOf(began))} isDisabled={!form.isDirty}>
            {ui.cancel}
          </Button>
          <Button type="submit" kind="main" isBusy={form.state === 'busy'} isDisabled={!form.isDirty}>
            {ui.save}
          </Button>
        </div>
      )}
    </Form>
  )
}

/** The field of the form that a path in the body is about: hours and texts are one each, a place is three. */
function fieldOf(path: string | undefined): string | undefined {
  const parts = path?.split('.') ?? []
  return parts[0] === 'position' ? parts[1] : parts[0]
}
