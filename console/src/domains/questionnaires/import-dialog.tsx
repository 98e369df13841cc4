import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { ImportNote, QuestionnaireFile } from '#contract/drafts.ts'
import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { builderWords } from '#words/builder.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../ui/words.tsx'
import { type FileProblem, readFile } from './file.ts'
import { questionnairesQuery } from './queries.ts'

interface ImportDialogProps {
  subAccounts: readonly SubAccount[]
  shown: SubAccount | null
  onClose: () => void
}

/** Makes a questionnaire from a file, as a draft: what is wrong with the file is told, what is missing in the flow is for the builder. */
export function ImportDialog({ subAccounts, shown, onClose }: ImportDialogProps) {
  const { locale, words: console } = useSpeech()
  const { importing: said } = builderWords(locale)
  const words = console.questionnaires
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<QuestionnaireFile | null>(null)
  const [problem, setProblem] = useState<FileProblem | 'missing' | null>(null)

  const form = useForm<{ name: string; subAccountId: SubAccountId | null }>({
    initial: { name: '', subAccountId: (shown ?? subAccounts[0])?.id ?? null },
    check: ({ name }) => {
      if (!file) setProblem((known) => known ?? 'missing')
      return { name: file && name.trim() === '' ? words.needName : undefined }
    },
    send: async ({ name, subAccountId }) => {
      if (!file || subAccountId === null) return { message: said.needFile }
      try {
        await send({ ...file, name }, subAccountId)
        return null
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const place = error.field?.replace(/^file\.(?=flow)/, '')
        // What is wrong within the flow is no field of this form: its place is told in words.
        return place?.startsWith('flow')
          ? { message: said.refusedAt(place) }
          : { message: error.message, field: place?.split('.').at(-1) }
      }
    },
  })

  async function send(wish: QuestionnaireFile, subAccountId: SubAccountId): Promise<void> {
    const { questionnaire, notes } = await api.call('POST /organisations/:organisationId/questionnaires/import', {
      params: { organisationId },
      body: { subAccountId, file: wish },
    })
    toasts.show({ text: said.done(questionnaire.name) })
    const count = (code: ImportNote['code']) => notes.filter((note) => note.code === code).length
    const [subAccounts, reasons] = [count('sub-account-unset'), count('reason-unset')]
    if (subAccounts > 0) toasts.show({ kind: 'notice', text: said.unset(subAccounts) })
    if (reasons > 0) toasts.show({ kind: 'notice', text: said.reasonsUnset(reasons) })
    await queryClient.invalidateQueries({ queryKey: questionnairesQuery(organisationId).queryKey })
    onClose()
    await navigate({ to: '/settings/questionnaires/$questionnaireId', params: { questionnaireId: questionnaire.id } })
  }
  async function choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    const read = readFile(await chosen.text())
    setFile('file' in read ? read.file : null)
    setProblem('problem' in read ? read.problem : null)
    if ('file' in read) form.field('name').onChange(read.file.name.slice(0, limits.nameLength))
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={said.title}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{console.ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {said.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={said.title}>
        <p className="text-s text-ink-soft">{said.text}</p>
        <div className="flex flex-wrap items-center gap-3">
          <Button icon={FileUp} onPress={() => input.current?.click()}>
            {file ? said.other : said.choose}
          </Button>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            aria-label={said.choose}
            tabIndex={-1}
            className="unseen"
            onChange={({ currentTarget }) => {
              void choose(currentTarget.files?.[0])
              // The same file, mended, can be chosen again.
              currentTarget.value = ''
            }}
          />
          {file && (
            <span className="min-w-0 text-s wrap-anywhere">{said.chosen(file.name, file.flow.steps.length)}</span>
          )}
        </div>
        {problem && (
          <Notice kind="red" isUrgent>
            {problem === 'missing' ? said.needFile : said.problems[problem]}
          </Notice>
        )}
        {file && (
          <>
            <TextField {...form.field('name')} label={words.name} name="name" maxLength={limits.nameLength} />
            {subAccounts.length > 1 && (
              <Select
                {...form.field('subAccountId')}
                label={words.subAccount}
                options={subAccounts.map((subAccount) => ({ id: subAccount.id, label: subAccount.name }))}
              />
            )}
          </>
        )}
      </Form>
    </Dialog>
  )
}
