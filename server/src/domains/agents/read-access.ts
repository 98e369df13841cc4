import { sql } from 'kysely'
import type { Access } from '#contract/agents.ts'
import type { QuestionnaireId, RoleId, SubAccountId } from '#contract/ids.ts'
import { type Module, type Permission, type Role, roleModels } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { may } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import type { Agent } from './agent.ts'
import { hasEverySubAccount } from './agent.ts'

/** What somebody is to hold, complete: what the role implies stands in it, whatever was asked for. */
export type Granted = Pick<
  Agent,
  | 'role'
  | 'customRoleId'
  | 'permissions'
  | 'subAccountId'
  | 'modules'
  | 'reach'
  | 'languages'
  | 'conversationLimit'
  | 'questionnaireIds'
>

/** What of somebody's access may be kept as it is. */
export type Held = Pick<Agent, 'questionnaireIds'>

/**
 * Reads a wish for access against what there is: the sub-account, the role, the questionnaires. Whether the wisher may give it
 * is asked of `agents.grant` with what this returns. What they hold already may be kept, though it was archived since.
 *
 * @refuses sub-accounts.required | sub-accounts.not-allowed | request.not-found | roles.unknown | questionnaires.unknown
 */
export async function readAccess(tx: OrganisationTransaction, wish: Access, held?: Held): Promise<Granted> {
  const subAccountId = await readSubAccount(tx, wish)
  const role = await readRole(tx, wish.role, wish.customRoleId)
  const isChosen = roleModels[wish.role].choosesModules
  return {
    role: wish.role,
    customRoleId: wish.customRoleId,
    permissions: role.permissions,
    subAccountId,
    modules: isChosen ? [...new Set(wish.modules ?? role.modules)] : [...role.modules],
    reach: isChosen ? wish.reach : 'own',
    languages: [...new Set(wish.languages)],
    conversationLimit: wish.conversationLimit,
    questionnaireIds: isChosen ? await readQuestionnaires(tx, wish, subAccountId, held) : [],
  }
}

/**
 * Asked before `readAccess` looks for it: a sub-account that is not the actor's to give is refused alike, whether there is one or not.
 *
 * @refuses agents.above-you
 */
export function refuseForeignPlace(actor: Actor, { subAccountId }: Pick<Access, 'subAccountId'>): void {
  if (subAccountId !== null && !may(actor, 'agents.read', { agentId: null, role: 'agent', subAccountId }))
    throw refusal('agents.above-you')
}

async function readSubAccount(
  tx: OrganisationTransaction,
  { role, subAccountId }: Pick<Access, 'role' | 'subAccountId'>,
): Promise<SubAccountId | null> {
  const field = 'subAccountId'
  if (hasEverySubAccount(role)) {
    if (subAccountId !== null) throw refusal('sub-accounts.not-allowed', { field })
    return null
  }
  if (subAccountId === null) throw refusal('sub-accounts.required', { field })
  const known = await tx.db
    .selectFrom('sub_accounts')
    .select('id')
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', subAccountId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!known) throw refusal('request.not-found', { field })
  return subAccountId
}

async function readRole(
  tx: OrganisationTransaction,
  model: Role,
  customRoleId: RoleId | null,
): Promise<{ permissions: readonly Permission[]; modules: readonly Module[] }> {
  if (customRoleId === null) return roleModels[model]
  const role = await tx.db
    .selectFrom('roles')
    .select(['permissions', 'modules'])
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', customRoleId)
    .where('model', '=', model)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!role) throw refusal('roles.unknown', { field: 'customRoleId' })
  // Written by the roles' room from the vocabulary only.
  return { permissions: role.permissions as Permission[], modules: role.modules as Module[] }
}

async function readQuestionnaires(
  tx: OrganisationTransaction,
  { questionnaireIds }: Pick<Access, 'questionnaireIds'>,
  subAccountId: SubAccountId | null,
  held: Held = { questionnaireIds: [] },
): Promise<QuestionnaireId[]> {
  const wanted = [...new Set(questionnaireIds)]
  if (wanted.length === 0 || subAccountId === null) return []
  const known = await tx.db
    .selectFrom('questionnaires')
    .select('id')
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', subAccountId)
    .where((eb) =>
      eb.or([
        eb('archived_at', 'is', null),
        eb('id', '=', sql<QuestionnaireId>`any(${held.questionnaireIds}::uuid[])`),
      ]),
    )
    .where('id', 'in', wanted)
    .execute()
  if (known.length < wanted.length) throw refusal('questionnaires.unknown', { field: 'questionnaireIds' })
  return wanted
}
