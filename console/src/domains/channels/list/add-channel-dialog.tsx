import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { channelKinds } from '#contract/vocabulary.ts'
import { api, refusalOf } from '../../../live/api.ts'
import { useMe } from '../../../live/session.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useForm } from '../../../ui/fields/use-form.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { channelsQuery } from '../queries.ts'

/** Names a new channel of a sub-account, and leads to its settings. */
export function AddChannelDialog({ shown, onClose }: { shown: SubAccount | null; onClose: () => void }) {
  const { channels: words, ui } = useWords()
  const me = useMe()
  const { organisationId } = me
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const known = useKnown((state) => state.subAccounts, none)
  // Of one's own alone, where there is one.
  const places = known.filter((place) => me.subAccountId === null || place.id === me.subAccountId)
  const [kind] = channelKinds
  const form = useForm<{ name: string; subAccountId: SubAccountId | null }>({
    initial: { name: '', subAccountId: shown?.id ?? (places.length === 1 ? (places[0]?.id ?? null) : null) },
    check: ({ name, subAccountId }) => ({
      name: name.trim() === '' ? words.needName : undefined,
      subAccountId: subAccountId === null ? words.add.needSubAccount : undefined,
    }),
    send: ({ name, subAccountId }) => refusalOf(add(name, subAccountId)),
  })

  async function add(name: string, subAccountId: SubAccountId | null): Promise<void> {
    if (subAccountId === null) return
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions()
    const made = await api.call('POST /organisations/:organisationId/channels', {
      params: { organisationId },
      body: { kind, name, subAccountId, zone },
    })
    toasts.show({ text: words.add.done(made.name) })
    await queryClient.invalidateQueries({ queryKey: channelsQuery(organisationId).queryKey })
    onClose()
    await navigate({ to: '/settings/channels/$channelId', params: { channelId: made.id } })
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={words.add.button}
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {words.add.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={words.add.button}>
        <TextField
          {...form.field('name')}
          label={words.name}
          hint={words.nameHint}
          name="name"
          maxLength={limits.nameLength}
          autoFocus
        />
        {places.length > 1 && (
          <Select
            {...form.field('subAccountId')}
            label={words.add.subAccount}
            hint={words.add.subAccountHint}
            options={places.map((place) => ({ id: place.id, label: place.name }))}
          />
        )}
      </Form>
    </Dialog>
  )
}

const none: never[] = []
