import { queryOptions } from '@tanstack/react-query'
import type { OrganisationId, QuestionnaireId } from '#contract/ids.ts'
import { api } from '../../live/api.ts'
import { settingsKey } from '../../live/settings-key.ts'

export const questionnairesQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: settingsKey(organisationId, 'questionnaires'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/questionnaires', { params: { organisationId }, signal }),
    // Whoever advises is changed with the agents.
    staleTime: 0,
  })

// Below the list's key: heard of again whenever somebody changes a questionnaire.

export const draftQuery = (organisationId: OrganisationId, questionnaireId: QuestionnaireId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'questionnaires'), questionnaireId, 'draft'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/questionnaires/:questionnaireId/draft', {
        params: { organisationId, questionnaireId },
        signal,
      }),
    staleTime: 0,
    // Whoever comes back begins from what is there then.
    gcTime: 0,
  })

export const versionsQuery = (organisationId: OrganisationId, questionnaireId: QuestionnaireId) =>
  queryOptions({
    queryKey: [...settingsKey(organisationId, 'questionnaires'), questionnaireId, 'versions'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/questionnaires/:questionnaireId/versions', {
        params: { organisationId, questionnaireId },
        signal,
      }),
  })
