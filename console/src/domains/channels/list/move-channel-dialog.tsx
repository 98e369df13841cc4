import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { ChannelForAgent } from '#contract/channels.ts'
import type { SubAccountId } from '#contract/ids.ts'
import { api, refusalOf } from '../../../live/api.ts'
import { useMe } from '../../../live/session.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { useForm } from '../../../ui/fields/use-form.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { channelsQuery, holdingsQuery } from '../queries.ts'
import { useQuestionnairesOf } from '../use-questionnaires-of.ts'

/** Says what goes along and what does not, asks where to, and moves a channel to another sub-account. */
export function MoveChannelDialog({ channel, onClose }: { channel: ChannelForAgent; onClose: () => void }) {
  const { channels: all, ui } = useWords()
  const words = all.moving
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  const known = useKnown((state) => state.subAccounts, none)
  const others = known.filter((place) => place.id !== channel.subAccountId)
  const questionnaire = useQuestionnairesOf(channel.subAccountId).find((one) => one.id === channel.questionnaireId)
  const form = useForm<{ subAccountId: SubAccountId | null }>({
    initial: { subAccountId: others.length === 1 ? (others[0]?.id ?? null) : null },
    check: ({ subAccountId }) => ({ subAccountId: subAccountId === null ? words.needPlace : undefined }),
    send: ({ subAccountId }) => refusalOf(move(subAccountId)),
  })

  async function move(subAccountId: SubAccountId | null): Promise<void> {
    if (subAccountId === null) return
    const moved = await api.call('PUT /organisations/:organisationId/channels/:channelId/sub-account', {
      params: { organisationId, channelId: channel.id },
      body: { subAccountId, version: channel.version },
    })
    toasts.show({ text: words.done(moved.name, known.find((place) => place.id === subAccountId)?.name ?? '') })
    onClose()
    await queryClient.invalidateQueries({ queryKey: channelsQuery(organisationId).queryKey })
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(channel.name)}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {words.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={words.title(channel.name)}>
        <Holdings channel={channel} />
        {questionnaire && <p>{words.questionnaire(questionnaire.name)}</p>}
        <Select
          {...form.field('subAccountId')}
          label={words.to}
          options={others.map((place) => ({ id: place.id, label: place.name }))}
        />
      </Form>
    </Dialog>
  )
}

function Holdings({ channel }: { channel: ChannelForAgent }) {
  const words = useWords().channels.moving
  const holdings = useQuery(holdingsQuery(useMe().organisationId, channel.id))
  if (holdings.isPending) return <p className="text-ink-soft">{words.counting}</p>
  if (holdings.isError) return <p className="text-red">{words.uncounted}</p>
  const { openConversations, closedConversations } = holdings.data
  return (
    <p>
      <b className="font-medium">{words.holds(openConversations, closedConversations)}</b>{' '}
      {openConversations > 0 && words.returned}
    </p>
  )
}

const none: never[] = []
