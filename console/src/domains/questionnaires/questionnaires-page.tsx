import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import { builderWords } from '#words/builder.ts'
import { api, refusalOf } from '../../live/api.ts'
import { sayRefusal } from '../../live/said-refusal.ts'
import { useMe } from '../../live/session.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { useKnown } from '../../live/use-live.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { AlertDialog } from '../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../ui/words.tsx'
import { download } from './file.ts'
import { ImportDialog } from './import-dialog.tsx'
import { keepCopy } from './keep-copy.ts'
import { NameDialog } from './name-dialog.tsx'
import { questionnairesQuery } from './queries.ts'
import { QuestionnairesScreen } from './questionnaires-screen.tsx'

type Task = { kind: 'add' | 'import' } | { kind: 'edit' | 'archive'; questionnaire: QuestionnaireForAgent }

/** Settings → Questionnaires: of the sub-account that is shown, or of all in reach. */
export function QuestionnairesPage() {
  const { locale, words: console } = useSpeech()
  const { questionnaires: words, ui } = console
  const { list: said, overtaken } = builderWords(locale)
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const shown = useShownSubAccount()
  const questionnaires = useQuery(questionnairesQuery(organisationId))
  const [task, setTask] = useState<Task | null>(null)
  const close = () => setTask(null)

  const fetchAgain = () => queryClient.invalidateQueries({ queryKey: questionnairesQuery(organisationId).queryKey })
  const archive = async ({ id }: QuestionnaireForAgent) => {
    const refusal = await refusalOf(
      api
        .call('POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving', {
          params: { organisationId, questionnaireId: id },
        })
        .then(({ name }) => toasts.show({ text: words.archiveDone(name) })),
    )
    await fetchAgain()
    return refusal?.message ?? null
  }
  const restoring = useMutation({
    mutationFn: ({ id }: QuestionnaireForAgent) =>
      api.call('DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving', {
        params: { organisationId, questionnaireId: id },
      }),
    onSuccess: ({ name }) => {
      toasts.show({ text: words.restored(name) })
      return fetchAgain()
    },
    onError: (error) => sayRefusal(error, ui.failure.text),
  })

  const fileOfOne = ({ id }: QuestionnaireForAgent) =>
    api.call('GET /organisations/:organisationId/questionnaires/:questionnaireId/export', {
      params: { organisationId, questionnaireId: id },
    })
  const exporting = useMutation({
    mutationFn: fileOfOne,
    onSuccess: download,
    onError: (error) => sayRefusal(error, ui.failure.text),
  })
  const duplicating = useMutation({
    mutationFn: async (questionnaire: QuestionnaireForAgent) => {
      const { flow } = await fileOfOne(questionnaire)
      const { subAccountId } = questionnaire
      return keepCopy({ organisationId, subAccountId, flow, name: overtaken.copyName(questionnaire.name) })
    },
    onSuccess: ({ name }) => {
      toasts.show({ text: said.duplicated(name) })
      return fetchAgain()
    },
    onError: (error) => sayRefusal(error, ui.failure.text),
  })

  if (questionnaires.isPending) return <SkeletonRows />
  if (questionnaires.isError)
    return <ErrorState onRetry={() => void questionnaires.refetch()} isRetrying={questionnaires.isFetching} />
  const here = questionnaires.data.questionnaires.filter(({ subAccountId }) => !shown || subAccountId === shown.id)
  return (
    <>
      <QuestionnairesScreen
        questionnaires={here}
        subAccounts={subAccounts}
        onAdd={questionnaires.data.mayMake ? () => setTask({ kind: 'add' }) : undefined}
        onImport={questionnaires.data.mayMake ? () => setTask({ kind: 'import' }) : undefined}
        onExport={exporting.mutate}
        onDuplicate={questionnaires.data.mayMake ? duplicating.mutate : undefined}
        onEdit={(questionnaire) => setTask({ kind: 'edit', questionnaire })}
        onArchive={(questionnaire) => setTask({ kind: 'archive', questionnaire })}
        onRestore={restoring.mutate}
      />
      {task?.kind === 'add' && (
        <NameDialog questionnaire={null} subAccounts={subAccounts} shown={shown} onClose={close} />
      )}
      {task?.kind === 'import' && <ImportDialog subAccounts={subAccounts} shown={shown} onClose={close} />}
      {task?.kind === 'edit' && (
        <NameDialog questionnaire={task.questionnaire} subAccounts={subAccounts} shown={shown} onClose={close} />
      )}
      {task?.kind === 'archive' && (
        <AlertDialog
          isOpen
          onClose={close}
          title={words.archiveTitle(task.questionnaire.name)}
          confirm={{ label: words.archive, isDanger: true, act: () => archive(task.questionnaire) }}
        >
          {words.archiveText(task.questionnaire.channels.map(({ name }) => name))}
        </AlertDialog>
      )}
    </>
  )
}

const none: never[] = []
