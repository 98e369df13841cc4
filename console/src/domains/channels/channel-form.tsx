import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { ChannelForAgent } from '#contract/channels.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Panel } from '../../ui/layout/panel.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useLeaveWarning } from '../../ui/overlays/use-leave-warning.ts'
import { useWords } from '../../ui/words.tsx'
import { BeginsPanel } from './begins-panel.tsx'
import { isColour, LookPanel } from './look-panel.tsx'
import { channelsQuery } from './queries.ts'
import { SitesField } from './sites-field.tsx'
import { TextsPanel } from './texts-panel.tsx'

interface ChannelWish extends Record<string, unknown> {
  name: string
  sites: string[]
  colour: string
  texts: ChannelForAgent['texts']
  questionnaireId: ChannelForAgent['questionnaireId']
}

const valuesOf = ({ name, sites, colour, texts, questionnaireId }: ChannelForAgent): ChannelWish => ({
  name,
  sites,
  colour,
  texts,
  questionnaireId,
})

/** The settings of a channel, saved together over the version that was read. */
export function ChannelForm({ channel, onReload }: { channel: ChannelForAgent; onReload: () => Promise<unknown> }) {
  const { channels: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [version, setVersion] = useState(channel.version)
  const [isOvertaken, setOvertaken] = useState(false)
  const form = useForm<ChannelWish>({
    initial: valuesOf(channel),
    check: ({ name, colour }) => ({
      name: name.trim() === '' ? words.needName : undefined,
      colour: isColour(colour) ? undefined : words.look.colourWrong,
    }),
    send: (wish) => refusalOf(save(wish)),
  })
  useLeaveWarning(form.isDirty)

  async function save(wish: ChannelWish): Promise<void> {
    const params = { organisationId, channelId: channel.id }
    try {
      const saved = await api.call('PUT /organisations/:organisationId/channels/:channelId', {
        params,
        body: { ...wish, version },
      })
      setVersion(saved.version)
      form.reset(valuesOf(saved))
      toasts.show({ text: words.saved })
      await queryClient.invalidateQueries({ queryKey: channelsQuery(organisationId).queryKey })
    } catch (error) {
      if (error instanceof Refused && error.code === 'channels.changed-meanwhile') setOvertaken(true)
      throw error
    }
  }

  const seeTheirs = async () => {
    await onReload()
    const fresh = queryClient
      .getQueryData(channelsQuery(organisationId).queryKey)
      ?.channels.find(({ id }) => id === channel.id)
    if (!fresh) return
    form.reset(valuesOf(fresh))
    setVersion(fresh.version)
    setOvertaken(false)
  }

  const isLocked = !channel.may.change
  return (
    <Form form={form} label={channel.name} className="gap-4">
      {isLocked && <Notice kind="blue">{words.readOnly}</Notice>}
      {isOvertaken && (
        <Notice
          kind="amber"
          actions={<Button onPress={() => void seeTheirs()}>{words.changedMeanwhile.reload}</Button>}
        >
          <b>{words.changedMeanwhile.title}</b> {words.changedMeanwhile.text}
        </Notice>
      )}
      <Panel title={words.place}>
        <TextField
          {...form.field('name')}
          label={words.name}
          hint={words.nameHint}
          name="name"
          lockedReason={isLocked ? words.readOnly : undefined}
        />
        <SitesField {...form.field('sites')} isLocked={isLocked} />
      </Panel>
      <BeginsPanel {...form.field('questionnaireId')} channel={channel} isLocked={isLocked} />
      <LookPanel {...form.field('colour')} texts={form.values.texts} isLocked={isLocked} />
      <TextsPanel {...form.field('texts')} isLocked={isLocked} />
      {!isLocked && (
        <div className="sticky -bottom-4 -mx-1 flex justify-end gap-2 border-t border-line bg-paper px-1 pt-3 pb-4">
          <Button onPress={() => form.reset(valuesOf(channel))} isDisabled={!form.isDirty}>
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
