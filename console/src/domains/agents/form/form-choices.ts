import type { AgentForAgent, Me } from '#contract/agents.ts'
import type { QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { type Module, modules } from '#contract/vocabulary.ts'
import type { People } from '../use-people.ts'
import { modelChoice, modulesOf, type RoleChoice, type RoleKey, roleChoices, roleKeyOf } from './role-choices.ts'

/** All that the form lets its reader choose from. */
export interface FormChoices {
  giver: Me
  roles: readonly RoleChoice[]
  subAccounts: readonly SubAccount[]
  questionnaires: readonly QuestionnaireForAgent[]
  /** The modules the reader holds, and so may give. */
  given: readonly Module[]
  moduleCount: number
  roleOf(key: RoleKey): RoleChoice
  /** What somebody who gets this role begins with: what they have, where it is theirs already. */
  modulesFor(key: RoleKey): readonly Module[]
  /** Those of these that belong to a sub-account. */
  questionnairesOf(subAccountId: SubAccountId, ids: readonly QuestionnaireId[]): QuestionnaireId[]
}

export function formChoices(giver: Me, people: People, agent?: AgentForAgent): FormChoices {
  const held = agent && roleKeyOf(agent)
  const roles = roleChoices(giver, people.roles, agent)
  const given = modulesOf(giver, people.roles)
  const roleOf = (key: RoleKey) => roles.find((choice) => choice.key === key) ?? modelChoice('agent')
  return {
    giver,
    roles,
    subAccounts: people.subAccounts,
    questionnaires: people.questionnaires,
    given,
    moduleCount: modules.length,
    roleOf,
    modulesFor: (key) =>
      agent && key === held ? agent.modules : roleOf(key).modules.filter((module) => given.includes(module)),
    questionnairesOf: (subAccountId, ids) =>
      people.questionnaires
        .filter((each) => each.subAccountId === subAccountId && ids.includes(each.id))
        .map(({ id }) => id),
  }
}
