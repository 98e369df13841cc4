import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { SubAccountId } from '#contract/ids.ts'
import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

interface ArchiveDialogProps {
  subAccount: SubAccountForAgent
  /** Those in use that could take everything over. */
  others: readonly SubAccountForAgent[]
  onClose: () => void
}

/** Says what a sub-account holds, asks who takes it over, and archives it. */
export function ArchiveDialog({ subAccount, others, onClose }: ArchiveDialogProps) {
  const { subAccounts: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  const { isEmpty } = subAccount
  const form = useForm<{ heirSubAccountId: SubAccountId | null }>({
    initial: { heirSubAccountId: null },
    check: ({ heirSubAccountId }) => ({
      heirSubAccountId: !isEmpty && heirSubAccountId === null ? words.heirNeeded : undefined,
    }),
    send: (body) =>
      refusalOf(
        api
          .call('POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving', {
            params: { organisationId, subAccountId: subAccount.id },
            body,
          })
          .then(async ({ name }) => {
            toasts.show({ text: words.archiveDone(name) })
            onClose()
            await queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'sub-accounts') })
          }),
      ),
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.archiveTitle(subAccount.name)}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={id} kind="danger" isBusy={form.state === 'busy'}>
            {words.archive}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={words.archiveTitle(subAccount.name)}>
        {isEmpty ? (
          <p>{words.archiveEmpty}</p>
        ) : (
          <>
            <p>
              <b className="font-medium">{words.archiveHolds(subAccount.holds)}</b> {words.archiveMoves}
            </p>
            <Select
              {...form.field('heirSubAccountId')}
              label={words.heir}
              options={others.map((other) => ({ id: other.id, label: other.name }))}
            />
            <p className="text-s text-ink-soft">{words.archiveStays}</p>
          </>
        )}
      </Form>
    </Dialog>
  )
}
