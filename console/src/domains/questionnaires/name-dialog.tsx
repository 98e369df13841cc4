import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { builderWords } from '#words/builder.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../ui/words.tsx'
import { fileOf } from './file.ts'
import { questionnairesQuery } from './queries.ts'
import { flowOfTemplate, type TemplateId, templateIds } from './templates.ts'

interface NameDialogProps {
  /** Null: a new one. */
  questionnaire: QuestionnaireForAgent | null
  subAccounts: readonly SubAccount[]
  /** The one the page shows: where a new one goes, unless another is chosen. */
  shown: SubAccount | null
  onClose: () => void
}

interface Naming extends Record<string, unknown> {
  name: string
  subAccountId: SubAccountId | null
  /** What a new one begins with. */
  from: TemplateId | 'empty'
}

/** Names a new questionnaire of a sub-account and opens it, or (given one) gives it another name. */
export function NameDialog({ questionnaire, subAccounts, shown, onClose }: NameDialogProps) {
  const { locale, words: console } = useSpeech()
  const { questionnaires: words, ui } = console
  const { make, templates } = builderWords(locale)
  const navigate = useNavigate()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  // What the form began from; another's renaming meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(questionnaire)
  const [overtakenBy, setOvertakenBy] = useState<QuestionnaireForAgent | null>(null)
  const form = useForm<Naming>({
    initial: {
      from: 'empty',
      name: questionnaire?.name ?? '',
      subAccountId: questionnaire?.subAccountId ?? (shown ?? subAccounts[0])?.id ?? null,
    },
    check: ({ name }) => ({ name: name.trim() === '' ? words.needName : undefined }),
    send: (wish) => refusalOf(save(wish)),
  })

  async function save(wish: Naming): Promise<void> {
    try {
      const saved = began ? await rename(began, wish.name) : await add(wish)
      toasts.show({ text: began ? words.renamed(saved.name) : words.added(saved.name) })
      onClose()
      if (!began)
        await navigate({ to: '/settings/questionnaires/$questionnaireId', params: { questionnaireId: saved.id } })
    } catch (error) {
      if (error instanceof Refused && error.code === 'questionnaires.changed-meanwhile') await seeWhoWasFirst()
      throw error
    } finally {
      await queryClient.invalidateQueries({ queryKey: questionnairesQuery(organisationId).queryKey })
    }
  }

  const add = async ({ name, subAccountId, from }: Naming) => {
    if (subAccountId === null) throw new Error('there is always a sub-account')
    if (from !== 'empty') {
      const file = fileOf(name, flowOfTemplate(from, builderWords(locale)))
      const { questionnaire: added } = await api.call('POST /organisations/:organisationId/questionnaires/import', {
        params: { organisationId },
        body: { subAccountId, file },
      })
      return added
    }
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
    form.reset({ name: theirs.name, subAccountId: theirs.subAccountId, from: 'empty' })
    setOvertakenBy(null)
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size={questionnaire ? 'small' : 'medium'}
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
        {questionnaire === null && (
          <ChoiceCards
            {...form.field('from')}
            label={make.from}
            options={[
              { id: 'empty' as const, label: make.empty, hint: make.emptyHint },
              ...templateIds.map((id) => ({ id, label: templates[id].name, hint: templates[id].hint })),
            ]}
          />
        )}
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
