import type { AgentForAgent, Me } from '#contract/agents.ts'
import type { RoleId } from '#contract/ids.ts'
import type { RoleForAgent } from '#contract/roles.ts'
import { type Module, type Permission, type Reach, type Role, roleModels } from '#contract/vocabulary.ts'

/** What stands on a card: one of the four roles by its name, or one of the organisation's own by its id. */
export type RoleKey = Role | RoleId

export interface RoleChoice {
  key: RoleKey
  model: Role
  /** Null: the role as it is. */
  custom: { id: RoleId; name: string } | null
  permissions: readonly Permission[]
  /** Held by everybody of the role; where modules are chosen for each person, those proposed. */
  modules: readonly Module[]
}

export const roleKeyOf = ({ role, customRoleId }: { role: Role; customRoleId: RoleId | null }): RoleKey =>
  customRoleId ?? role

export const modelChoice = (model: Role): RoleChoice => ({
  key: model,
  model,
  custom: null,
  permissions: roleModels[model].permissions,
  modules: roleModels[model].modules,
})

export const customChoice = ({ id, name, model, permissions, modules }: RoleForAgent): RoleChoice => ({
  key: id,
  model,
  custom: { id, name },
  permissions,
  modules,
})

/** What a role settles by itself, so that the form has nothing to ask. */
export interface Implied {
  /** Every sub-account, rather than one. */
  everySubAccount: boolean
  /** Modules, reach of conversations and questionnaires are those of the role. */
  everything: boolean
  /** Which conversations are read; null: chosen for each person. */
  reach: Reach | null
}

export function impliedBy({ model }: Pick<RoleChoice, 'model'>): Implied {
  const { scope, choosesModules } = roleModels[model]
  const everySubAccount = scope === 'organisation'
  return {
    everySubAccount,
    everything: !choosesModules,
    reach: choosesModules ? null : everySubAccount ? 'all' : 'sub-account',
  }
}

/** Whoever fills in the form: nobody gives what they do not hold. */
export type Giver = Pick<Me, 'role' | 'customRoleId' | 'permissions' | 'modules' | 'subAccountId'> & {
  may: Pick<Me['may'], 'grant'>
}

/** The role somebody has already. */
export type Held = Pick<AgentForAgent, 'role' | 'customRoleId' | 'modules'>

/**
 * The roles a giver may choose from, the four first. The one that is held already is among them even when the giver could not
 * give it, so that a form never shows another than the true one.
 */
export function roleChoices(giver: Giver, customRoles: readonly RoleForAgent[], held?: Held): RoleChoice[] {
  const given = modulesOf(giver, customRoles)
  const models = giver.may.grant.map(modelChoice)
  const customs = customRoles
    .map(customChoice)
    .filter(
      ({ model, permissions, modules }) =>
        giver.may.grant.includes(model) && isWithin(permissions, giver.permissions) && isWithin(modules, given),
    )
  const offered = [...models, ...customs]
  if (!held || offered.some(({ key }) => key === roleKeyOf(held))) return offered
  return [...offered, heldChoice(held, customRoles)]
}

function heldChoice({ role, customRoleId, modules }: Held, customRoles: readonly RoleForAgent[]): RoleChoice {
  const model = modelChoice(role)
  if (customRoleId === null) return model
  const known = customRoles.find(({ id }) => id === customRoleId)
  if (known) return customChoice(known)
  return { ...model, key: customRoleId, custom: { id: customRoleId, name: '' }, modules }
}

/** The modules a giver holds, whether or not being inactive closes some to them now. */
export function modulesOf(giver: Giver, customRoles: readonly RoleForAgent[]): readonly Module[] {
  if (roleModels[giver.role].choosesModules) return giver.modules
  if (giver.customRoleId === null) return roleModels[giver.role].modules
  return customRoles.find(({ id }) => id === giver.customRoleId)?.modules ?? giver.modules
}

/** Reading every sub-account is more than one who has a single one may give. */
export const mayGiveReach = (giver: Giver, reach: Reach): boolean => reach !== 'all' || giver.subAccountId === null

/** What a role of the organisation's own has less and more than the one it was copied from. */
export function differenceOf({ model, permissions, modules }: RoleChoice) {
  const from = roleModels[model]
  return {
    permissions: {
      less: from.permissions.filter((one) => !permissions.includes(one)),
      more: permissions.filter((one) => !from.permissions.includes(one)),
    },
    modules: {
      less: from.modules.filter((one) => !modules.includes(one)),
      more: modules.filter((one) => !from.modules.includes(one)),
    },
  }
}

const isWithin = <Right>(some: readonly Right[], all: readonly Right[]): boolean =>
  some.every((right) => all.includes(right))

/** What somebody new gets unless more is chosen: the role that allows and opens least. */
export function leastOf(choices: readonly RoleChoice[]): RoleChoice {
  const models = choices.filter(({ custom }) => custom === null)
  return models.at(-1) ?? choices[0] ?? modelChoice('agent')
}
