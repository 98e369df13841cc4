import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { api } from '../../../live/api.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../../ui/fields/use-form.ts'
import { languageNames } from '../../../ui/languages.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { reasonsQuery } from '../queries.ts'
import { BookingFields } from './booking-fields.tsx'
import { ColourField } from './colour-field.tsx'
import { PlaceFields } from './place-fields.tsx'
import { faultsOfWish, fieldOf, newReason, type ReasonWish, settingsOf, wishOf } from './reason-wish.ts'
import { TakersFields } from './takers-fields.tsx'
import { TextsField } from './texts-field.tsx'
import { TimeFields } from './time-fields.tsx'
import { useReasonWords } from './use-reason-words.ts'

interface ReasonDialogProps {
  /** Null: a new one. */
  edited: ReasonForAgent | null
  all: readonly ReasonForAgent[]
  /** Where the reader may make one. */
  subAccounts: readonly SubAccount[]
  /** The one the page shows: where a new one goes. */
  shownId: SubAccountId | null
  onClose: () => void
}

/** Makes a reason for appointments, or (given one) changes it. */
export function ReasonDialog({ edited, all, subAccounts, shownId, onClose }: ReasonDialogProps) {
  const {
    locale,
    tag,
    words: { ui },
  } = useSpeech()
  const words = useReasonWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(edited)
  const [overtakenBy, setOvertakenBy] = useState<ReasonForAgent | null>(null)
  const home = subAccounts.find((one) => one.id === shownId) ?? subAccounts[0]
  const form = useForm<ReasonWish>({
    initial: edited
      ? wishOf(edited)
      : newReason(locale, {
          subAccountId: home?.id ?? null,
          others: all.filter(({ subAccountId, archivedAt }) => subAccountId === home?.id && archivedAt === null),
        }),
    check: (wish) => faultsOfWish(wish, words.form, languageNames(tag)),
    send,
  })

  async function send(wish: ReasonWish): Promise<FormRefusal | null> {
    try {
      const saved = await save(wish)
      toasts.show({ text: words.saved(saved.name) })
      onClose()
      return null
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.code === 'reasons.changed-meanwhile') await seeWhoWasFirst()
      return { message: error.message, field: fieldOf(error.field) }
    } finally {
      void queryClient.invalidateQueries({ queryKey: reasonsQuery(organisationId).queryKey })
    }
  }

  async function save(wish: ReasonWish): Promise<ReasonForAgent> {
    const settings = settingsOf(wish)
    if (began)
      return api.call('PUT /organisations/:organisationId/appointment-reasons/:reasonId', {
        params: { organisationId, reasonId: began.id },
        body: { ...settings, version: began.version },
      })
    if (wish.subAccountId === null) throw new Error('whoever adds a reason may add it somewhere')
    return api.call('POST /organisations/:organisationId/appointment-reasons', {
      params: { organisationId },
      body: { ...settings, subAccountId: wish.subAccountId },
    })
  }

  async function seeWhoWasFirst(): Promise<void> {
    const { reasons } = await queryClient.fetchQuery({ ...reasonsQuery(organisationId), staleTime: 0 })
    setOvertakenBy(reasons.find((one) => one.id === began?.id) ?? null)
  }
  function takeTheirs(theirs: ReasonForAgent): void {
    setBegan(theirs)
    form.reset(wishOf(theirs))
    setOvertakenBy(null)
  }

  const title = edited ? words.form.editTitle(edited.name) : words.form.addTitle
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {words.form.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={title} className="gap-5">
        {overtakenBy && (
          <Notice
            kind="amber"
            actions={<Button onPress={() => takeTheirs(overtakenBy)}>{words.form.changedMeanwhile.reload}</Button>}
          >
            {words.form.changedMeanwhile.text}
          </Notice>
        )}
        {edited === null && subAccounts.length > 1 && (
          <Select
            label={words.form.subAccount}
            value={form.values.subAccountId}
            onChange={form.field('subAccountId').onChange}
            error={form.field('subAccountId').error}
            options={subAccounts.map((one) => ({ id: one.id, label: one.name }))}
          />
        )}
        <TextField
          {...form.field('name')}
          label={words.form.name}
          hint={words.form.nameHint}
          maxLength={limits.nameLength}
          autoComplete="off"
          autoFocus={edited === null}
        />
        <ColourField value={form.values.colour} onChange={form.field('colour').onChange} />
        <TextsField {...form.field('texts')} />
        <TimeFields form={form} />
        <PlaceFields form={form} />
        <TakersFields form={form} known={began?.takers ?? []} />
        <BookingFields form={form} />
      </Form>
    </Dialog>
  )
}
