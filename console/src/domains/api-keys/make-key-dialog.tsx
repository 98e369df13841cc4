import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyRight } from '#contract/key-rights.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useWords } from '../../ui/words.tsx'
import { apiKeysQuery } from './queries.ts'
import { RightsField } from './rights-field.tsx'
import { SecretShown } from './secret-shown.tsx'

const formId = 'make-api-key'
const lifetimes = [30, 90, 180, 365] as const
const dayMs = 24 * 60 * 60 * 1000

interface Wish extends Record<string, unknown> {
  name: string
  rights: readonly KeyRight[]
  days: string
}

/** Making a key; then its secret, this once. */
export function MakeKeyDialog({ rights, onClose }: { rights: readonly KeyRight[]; onClose: () => void }) {
  const words = useWords().apiKeys.dialog
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [secret, setSecret] = useState<string | null>(null)

  const form = useForm<Wish>({
    initial: { name: '', rights: [], days: '90' },
    check: (wish) => ({
      name: wish.name.trim() === '' ? words.needName : undefined,
      rights: wish.rights.length === 0 ? words.needRight : undefined,
    }),
    send: ({ name, rights, days }) =>
      refusalOf(
        api
          .call('POST /organisations/:organisationId/api-keys', {
            params: { organisationId },
            body: { name, rights: [...rights], expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString() },
          })
          .then(async (made) => {
            setSecret(made.secret)
            await queryClient.invalidateQueries({ queryKey: apiKeysQuery(organisationId).queryKey })
          }),
      ),
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={secret === null ? words.title : words.doneTitle}
      isDirty={form.isDirty && secret === null}
      isBusy={form.state === 'busy'}
      footer={
        secret === null ? (
          <Button type="submit" form={formId} kind="main" isBusy={form.state === 'busy'}>
            {words.submit}
          </Button>
        ) : (
          <Button key="done" kind="main" onPress={onClose}>
            {words.done}
          </Button>
        )
      }
    >
      {secret === null ? (
        <Form id={formId} form={form} label={words.title}>
          <TextField {...form.field('name')} label={words.name} hint={words.nameHint} name="name" />
          <RightsField {...form.field('rights')} rights={rights} />
          <Select
            label={words.lifetime}
            options={lifetimes.map((days) => ({ id: String(days), label: words.days(days) }))}
            {...form.field('days')}
          />
        </Form>
      ) : (
        <SecretShown secret={secret} organisationId={organisationId} />
      )}
    </Dialog>
  )
}
