import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import { limits } from '#contract/limits.ts'
import type { ShortcutForAgent, ShortcutText } from '#contract/shortcuts.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { hiddenBy } from '../../live/shortcuts/nearest.ts'
import { shortcutsQuery } from '../../live/shortcuts/query.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../ui/words.tsx'
import { isKey, tidyKey } from './key.ts'
import { type MayShare, type Owner, OwnerField } from './owner-field.tsx'
import { firstFault, textFieldName } from './text-faults.ts'
import { TextsField } from './texts-field.tsx'

interface ShortcutWish extends Owner, Record<string, unknown> {
  key: string
  texts: readonly ShortcutText[]
}

interface ShortcutDialogProps {
  /** Null: a new one. */
  edited: ShortcutForAgent | null
  /** What a new one begins with. */
  text: string
  all: readonly ShortcutForAgent[]
  mayShare: MayShare
  onClose: () => void
}

/** Makes a shortcut, or (given one) changes it. */
export function ShortcutDialog(props: ShortcutDialogProps) {
  const { edited, text, all, mayShare, onClose } = props
  const { locale, words } = useSpeech()
  const said = words.shortcuts
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(edited)
  const [overtakenBy, setOvertakenBy] = useState<ShortcutForAgent | null>(null)
  const form = useForm<ShortcutWish>({
    initial: edited
      ? valuesOf(edited)
      : { scope: 'own', subAccountId: null, key: '', texts: [{ language: locale, text }] },
    check: ({ key, texts }) => ({
      key: key === '' ? said.form.needKey : isKey(key) ? undefined : said.form.badKey,
      texts: firstFault(texts, said.form)?.message,
    }),
    send: (wish) => refusalOf(save(wish)),
  })
  const { values } = form

  async function save({ scope, subAccountId, key, texts }: ShortcutWish): Promise<void> {
    const body = { key, texts: [...texts] }
    try {
      const saved = began
        ? await api.call('PUT /organisations/:organisationId/shortcuts/:shortcutId', {
            params: { organisationId, shortcutId: began.id },
            body: { ...body, version: began.version },
          })
        : await api.call('POST /organisations/:organisationId/shortcuts', {
            params: { organisationId },
            body: { ...body, scope, subAccountId },
          })
      toasts.show({ text: said.saved(saved.key) })
      onClose()
    } catch (error) {
      if (error instanceof Refused && error.code === 'shortcuts.changed-meanwhile') await seeWhoWasFirst()
      throw error
    } finally {
      await queryClient.invalidateQueries({ queryKey: shortcutsQuery(organisationId).queryKey })
    }
  }

  async function seeWhoWasFirst(): Promise<void> {
    const { shortcuts } = await queryClient.fetchQuery({ ...shortcutsQuery(organisationId), staleTime: 0 })
    setOvertakenBy(shortcuts.find((one) => one.id === began?.id) ?? null)
  }
  function takeTheirs(theirs: ShortcutForAgent): void {
    setBegan(theirs)
    form.reset(valuesOf(theirs))
    setOvertakenBy(null)
  }
  // After the form has gone to the wrong field: the very words that are wrong are selected there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a vain attempt
  useEffect(() => {
    if (form.attempts === 0) return
    const fault = firstFault(form.values.texts, said.form)
    if (!fault?.place || form.values.key === '') return
    const [field] = document.getElementsByName(textFieldName(fault.language))
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.setSelectionRange(fault.place.start, fault.place.end)
  }, [form.attempts])

  const hidden = hiddenBy({ ...values, id: began?.id ?? ('' as ShortcutForAgent['id']) }, all)[0]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={edited ? said.form.editTitle(edited.key) : said.form.addTitle}
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {said.form.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={said.form.addTitle}>
        {overtakenBy && (
          <Notice
            kind="amber"
            actions={<Button onPress={() => takeTheirs(overtakenBy)}>{said.form.changedMeanwhile.reload}</Button>}
          >
            {said.form.changedMeanwhile.text}
          </Notice>
        )}
        {edited === null && (
          <OwnerField
            value={values}
            onChange={({ scope, subAccountId }) => {
              form.field('scope').onChange(scope)
              form.field('subAccountId').onChange(subAccountId)
            }}
            error={form.field('subAccountId').error}
            {...mayShare}
          />
        )}
        <TextField
          {...form.field('key')}
          onChange={(key) => form.field('key').onChange(tidyKey(key))}
          label={said.form.key}
          hint={
            hidden && hidden.scope !== 'own'
              ? `${said.form.keyHint} ${said.form.hides[hidden.scope]}`
              : said.form.keyHint
          }
          name="key"
          maxLength={limits.shortcutKeyLength}
          spellCheck="false"
          autoComplete="off"
          autoFocus
        />
        <TextsField {...form.field('texts')} />
      </Form>
    </Dialog>
  )
}

const valuesOf = ({ scope, subAccountId, key, texts }: ShortcutForAgent): ShortcutWish => ({
  ...{ scope, subAccountId, key, texts },
})
