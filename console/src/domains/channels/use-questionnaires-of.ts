import { useQuery } from '@tanstack/react-query'
import type { SubAccountId } from '#contract/ids.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'

/** Questionnaires of a sub-account, archived ones too, for whoever may read them. */
export function useQuestionnairesOf(subAccountId: SubAccountId): readonly QuestionnaireForAgent[] {
  const { organisationId, may } = useMe()
  const { data } = useQuery({
    queryKey: settingsKey(organisationId, 'questionnaires'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/questionnaires', { params: { organisationId }, signal }),
    enabled: may.readQuestionnaires,
  })
  return data?.questionnaires.filter((one) => one.subAccountId === subAccountId) ?? none
}

const none: never[] = []
