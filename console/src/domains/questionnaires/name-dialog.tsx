import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'
import { questionnairesQuery } from './queries.ts'

interface NameDialogProps {
  /** Null: a new one. */
  questionnaire: QuestionnaireForAgent | null
  subAccounts: readonly SubAccount[]
  /** The one the page shows: where a new one goes, unless another is chosen. */
  shown: SubAccount | null
  onClose: () => void
}

/** Names a new questionnaire of a sub-account, or (given one) gives it another name. */
export function NameDialog({ questionnaire, subAccounts, shown, onClose }: NameDialogProps) {
  const { questionnaires: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  // What the form began from; another's renaming meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(questionnaire)
  const [overtakenBy, setOvertakenBy] = useState<QuestionnaireForAgent | null>(null)
  const form = useForm<{ name: string; subAccountId: SubAccountId | null }>({
    initial: {
      name: questionnaire?.name ?? '',
      subAccountId: questionnaire?.subAccountId ?? (shown ?? subAccounts[0])?.id ?? null,
    },
    check: ({ name }) => ({ name: name.trim() === '' ? words.needName : undefined }),
    send: (wish) => refusalOf(save(wish)),
  })

  async function save({ name, subAccountId }: { name: string; subAccountId: SubAccountId | null }): Promise<void> {
    try {
      const saved = began ? await rename(began, name) : await add(name, subAccountId)
      toasts.show({ text: began ? words.renamed(saved.name) : words.added(saved.name) })
      onClose()
    } catch (error) {
      if (error instanceof Refused && error.code === 'questionnaires.changed-meanwhile') await seeWhoWasFirst()
      throw error
    } finally {
      await queryClient.invalidateQueries({ queryKey: questionnairesQuery(organisationId).queryKey })
    }
  }

  const add = (name: string, subAccountId: SubAccountId | null) => {
    if (subAccountId === null) throw new Error('there is always a sub-account')
    return api.call('POST /organisations/:organisationId/questionnaires', {
      params: { organisationId },
      body: { name, subAccountId },
    })
  }
  const rename = ({ id: questionnaireId, version }: QuestionnaireForAgent, name: string) =>
    api.call('PUT /organisations/:organisationId/questionnaires/:questionnaireId', {
      params: { organisationId, questionnaireId },
      body: { name, version },
    })

  async function seeWhoWasFirst(): Promise<void> {
    const { questionnaires } = await queryClient.fetchQuery(questionnairesQuery(organisationId))
    setOvertakenBy(questionnaires.find((each) => each.id === began?.id) ?? null)
  }
  function takeTheirs(theirs: QuestionnaireForAgent): void {
    setBegan(theirs)
    form.reset({ name: theirs.name, subAccountId: theirs.subAccountId })
    setOvertakenBy(null)
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={questionnaire ? words.editTitle(questionnaire.name) : words.add}
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
        <TextField
          {...form.field('name')}
          label={words.name}
          hint={words.nameHint}
          name="name"
          maxLength={limits.nameLength}
          autoFocus
        />
        {questionnaire === null && subAccounts.length > 1 && (
          <Select
            {...form.field('subAccountId')}
            label={words.subAccount}
            options={subAccounts.map((subAccount) => ({ id: subAccount.id, label: subAccount.name }))}
          />
        )}
      </Form>
    </Dialog>
  )
}
