import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ClipboardList } from 'lucide-react'
import { Refused } from '#client/refused.ts'
import type { QuestionnaireId } from '#contract/ids.ts'
import { builderWords } from '#words/builder.ts'
import { useMe } from '../../../live/session.ts'
import { buttonLook } from '../../../ui/actions/button-look.ts'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../../../ui/feedback/states.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { draftQuery, questionnairesQuery } from '../queries.ts'
import { Builder } from './builder.tsx'

const route = getRouteApi('/frame/settings/questionnaires/$questionnaireId')

/** A questionnaire to be read, written, tried and published. */
export function BuilderPage() {
  const questionnaireId = route.useParams().questionnaireId as QuestionnaireId
  const { locale, words: console } = useSpeech()
  const words = builderWords(locale)
  const { organisationId } = useMe()
  const list = useQuery(questionnairesQuery(organisationId))
  const draft = useQuery(draftQuery(organisationId, questionnaireId))
  const questionnaire = list.data?.questionnaires.find(({ id }) => id === questionnaireId)

  if ((list.data && !questionnaire) || draft.error instanceof Refused)
    return (
      <EmptyState
        isWholePage
        icon={ClipboardList}
        title={words.gone.title}
        actions={
          <Link to="/settings/questionnaires" className={buttonLook()}>
            {words.gone.back}
          </Link>
        }
      >
        {words.gone.text}
      </EmptyState>
    )
  if (draft.isError && !draft.data)
    return <ErrorState onRetry={() => void draft.refetch()} isRetrying={draft.isFetching} />
  if (list.isError && !list.data) return <ErrorState onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
  if (!questionnaire || !draft.data)
    return (
      <div className="grid gap-4 p-6">
        <h1 className="text-l font-semibold">{console.questionnaires.title}</h1>
        <SkeletonRows />
      </div>
    )
  return <Builder key={questionnaireId} questionnaire={questionnaire} heard={draft.data} />
}
