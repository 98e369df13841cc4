import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import { limits } from '#contract/limits.ts'
import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'
import { holdingsQuery } from './queries.ts'

/** Names a new sub-account, or (given one) gives it another name. */
export function NameDialog({ subAccount, onClose }: { subAccount: SubAccountForAgent | null; onClose: () => void }) {
  const { subAccounts: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  // What the form began from; another's renaming meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(subAccount)
  const [overtakenBy, setOvertakenBy] = useState<SubAccountForAgent | null>(null)
  const form = useForm({
    initial: { name: subAccount?.name ?? '' },
    check: ({ name }) => ({ name: name.trim() === '' ? words.needName : undefined }),
    send: ({ name }) => refusalOf(save(name)),
  })

  async function save(name: string): Promise<void> {
    try {
      const saved = began ? await rename(began, name) : await add(name)
      toasts.show({ text: began ? words.renamed(saved.name) : words.added(saved.name) })
      onClose()
    } catch (error) {
      if (error instanceof Refused && error.code === 'sub-accounts.changed-meanwhile') await seeWhoWasFirst()
      throw error
    } finally {
      await queryClient.invalidateQueries({ queryKey: holdingsQuery(organisationId).queryKey })
    }
  }

  const add = (name: string) =>
    api.call('POST /organisations/:organisationId/sub-accounts', { params: { organisationId }, body: { name } })
  const rename = ({ id: subAccountId, version }: SubAccountForAgent, name: string) =>
    api.call('PUT /organisations/:organisationId/sub-accounts/:subAccountId', {
      params: { organisationId, subAccountId },
      body: { name, version },
    })

  async function seeWhoWasFirst(): Promise<void> {
    const { subAccounts } = await queryClient.fetchQuery(holdingsQuery(organisationId))
    setOvertakenBy(subAccounts.find((each) => each.id === began?.id) ?? null)
  }
  function takeTheirs(theirs: SubAccountForAgent): void {
    setBegan(theirs)
    form.reset({ name: theirs.name })
    setOvertakenBy(null)
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={subAccount ? words.editTitle(subAccount.name) : words.add}
      isDirty={form.isDirty && form.state !== 'done'}
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
      <Form form={form} id={id} label={words.add}>
        {overtakenBy && (
          <Notice
            kind="amber"
            actions={<Button onPress={() => takeTheirs(overtakenBy)}>{words.changedMeanwhile.reload}</Button>}
          >
            {words.changedMeanwhile.text} <b>{overtakenBy.name}</b>
          </Notice>
        )}
        <TextField {...form.field('name')} label={words.name} name="name" maxLength={limits.nameLength} autoFocus />
      </Form>
    </Dialog>
  )
}
