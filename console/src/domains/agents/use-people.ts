import { useQuery } from '@tanstack/react-query'
import type { AgentForAgent } from '#contract/agents.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { RoleForAgent } from '#contract/roles.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { useMe } from '../../live/session.ts'
import { agentsQuery, invitationsQuery, questionnairesQuery, rolesQuery, subAccountsQuery } from './queries.ts'

/** Everybody the reader may see, and all that people are given. */
export interface People {
  agents: readonly AgentForAgent[]
  invitations: readonly InvitationForAgent[]
  subAccounts: readonly SubAccount[]
  /** Of the organisation's own; empty where there are none. */
  roles: readonly RoleForAgent[]
  questionnaires: readonly QuestionnaireForAgent[]
}

type Fetched =
  | { state: 'pending' }
  | { state: 'failed'; isRetrying: boolean; retry(): void }
  | { state: 'ready'; people: People }

/** What the list of people and their form are made of, fetched anew as it changes. */
export function usePeople(): Fetched {
  const { organisationId } = useMe()
  const agents = useQuery(agentsQuery(organisationId))
  const invitations = useQuery(invitationsQuery(organisationId))
  const subAccounts = useQuery(subAccountsQuery(organisationId))
  const roles = useQuery(rolesQuery(organisationId))
  const questionnaires = useQuery(questionnairesQuery(organisationId))

  const failed = [agents, invitations, subAccounts, roles, questionnaires].filter(({ isError }) => isError)
  if (failed.length > 0)
    return {
      state: 'failed',
      isRetrying: failed.some(({ isFetching }) => isFetching),
      retry: () => failed.forEach((query) => void query.refetch()),
    }
  if (!agents.data || !invitations.data || !subAccounts.data || !roles.data || !questionnaires.data)
    return { state: 'pending' }
  return {
    state: 'ready',
    people: {
      agents: agents.data.agents,
      invitations: invitations.data.invitations,
      subAccounts: subAccounts.data.subAccounts,
      roles: roles.data.roles,
      questionnaires: questionnaires.data.questionnaires,
    },
  }
}
