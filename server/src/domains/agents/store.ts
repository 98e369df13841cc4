import { type CompiledQuery, type Selectable, sql } from 'kysely'
import type { AgentId, OrganisationId, QuestionnaireId, RoleId, SubAccountId, UserId } from '#contract/ids.ts'
import { type Module, type Permission, roleModels } from '#contract/vocabulary.ts'
import type { Database, OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { KeptCount } from '../sub-accounts/index.ts'
import type { Agent } from './agent.ts'

export async function insertAgent(tx: OrganisationTransaction, agent: Agent): Promise<void> {
  await tx.db
    .insertInto('agents')
    .values({
      organisation_id: tx.organisationId,
      id: agent.id,
      user_id: agent.userId,
      availability: agent.availability,
      present_until: agent.presentUntil,
      consoles_closed_at: agent.consolesClosedAt,
      last_sign_in_at: agent.lastSignInAt,
      created_at: agent.createdAt,
      removed_at: agent.removedAt,
      removed_by: agent.removedBy,
      ...columnsOf(agent),
    })
    .execute()
  await insertMembership(tx, agent)
  await insertQuestionnaires(tx, agent.id, agent.questionnaireIds)
}

export async function insertMembership(
  tx: OrganisationTransaction,
  { userId, id }: Pick<Agent, 'userId' | 'id'>,
): Promise<void> {
  await tx.db
    .insertInto('memberships')
    .values({ user_id: userId, organisation_id: tx.organisationId, agent_id: id })
    .execute()
}

/** Writes what the form shows and whether they belong here, and counts the change. Their row is held. */
export async function saveAgent(tx: OrganisationTransaction, agent: Agent): Promise<Agent> {
  await tx.db
    .updateTable('agents')
    .set({
      ...columnsOf({ ...agent, version: agent.version + 1 }),
      removed_at: agent.removedAt,
      removed_by: agent.removedBy,
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', agent.id)
    .execute()
  await tx.db
    .deleteFrom('agent_questionnaires')
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agent.id)
    .execute()
  await insertQuestionnaires(tx, agent.id, agent.questionnaireIds)
  const saved = await anybody(tx).where('agents.id', '=', agent.id).executeTakeFirstOrThrow()
  return toAgent(saved)
}

const columnsOf = (agent: Agent) => ({
  role: agent.role,
  custom_role_id: agent.customRoleId,
  sub_account_id: agent.subAccountId,
  first_name: agent.firstName,
  last_name: agent.lastName,
  shown_name: agent.shownName,
  description: agent.description,
  photo_id: agent.photoId,
  email: agent.email,
  active: agent.active,
  languages: agent.languages,
  reach: agent.reach,
  modules: agent.modules,
  conversation_limit: agent.conversationLimit,
  version: agent.version,
})

async function insertQuestionnaires(
  tx: OrganisationTransaction,
  agentId: AgentId,
  questionnaireIds: readonly QuestionnaireId[],
): Promise<void> {
  if (questionnaireIds.length === 0) return
  await tx.db
    .insertInto('agent_questionnaires')
    .values(
      questionnaireIds.map((id) => ({
        organisation_id: tx.organisationId,
        agent_id: agentId,
        questionnaire_id: id,
      })),
    )
    .execute()
}

/** The present membership of a user. */
export async function findByUser(tx: OrganisationTransaction, userId: UserId): Promise<Agent | undefined> {
  const row = await present(tx).where('user_id', '=', userId).executeTakeFirst()
  return row && toAgent(row)
}

export async function findAgent(tx: OrganisationTransaction, agentId: AgentId): Promise<Agent | undefined> {
  const row = await present(tx).where('agents.id', '=', agentId).executeTakeFirst()
  return row && toAgent(row)
}

/** As they are now, and stay until the commit. */
export async function holdAgent(tx: OrganisationTransaction, agentId: AgentId): Promise<Agent | undefined> {
  const row = await present(tx).where('agents.id', '=', agentId).forShare('agents').executeTakeFirst()
  return row && toAgent(row)
}

/** Holds the row until the end of the transaction, so that what is read of it is still so when it is changed. */
export async function lockAgent(tx: OrganisationTransaction, agentId: AgentId): Promise<Agent | undefined> {
  const row = await present(tx).where('agents.id', '=', agentId).forNoKeyUpdate('agents').executeTakeFirst()
  return row && toAgent(row)
}

export async function existsByEmail(tx: OrganisationTransaction, email: string): Promise<boolean> {
  return (await present(tx).where('email', '=', email).executeTakeFirst()) !== undefined
}

/** Everybody who belongs here now, by name. */
export async function listAgents(tx: OrganisationTransaction): Promise<Agent[]> {
  return (await present(tx).orderBy('agents.name').orderBy('agents.id').execute()).map(toAgent)
}

/** Those of these people who belong here now, by name. */
export async function listAgentsAmong(tx: OrganisationTransaction, agentIds: readonly AgentId[]): Promise<Agent[]> {
  if (agentIds.length === 0) return []
  const rows = await present(tx)
    .where('agents.id', '=', sql<AgentId>`any(${[...agentIds]}::uuid[])`)
    .orderBy('agents.name')
    .orderBy('agents.id')
    .execute()
  return rows.map(toAgent)
}

/** Everybody who belongs to one sub-account now, by name. */
export async function listAgentsOf(tx: OrganisationTransaction, subAccountId: SubAccountId): Promise<Agent[]> {
  const rows = await present(tx)
    .where('agents.sub_account_id', '=', subAccountId)
    .orderBy('agents.name')
    .orderBy('agents.id')
    .execute()
  return rows.map(toAgent)
}

/** Those who hold everything: a custom role made of the administrator's is not one of them. */
export async function countActiveAdministrators(tx: OrganisationTransaction): Promise<number> {
  const { count } = await tx.db
    .selectFrom('agents')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('organisation_id', '=', tx.organisationId)
    .where('removed_at', 'is', null)
    .where('role', '=', 'administrator')
    .where('custom_role_id', 'is', null)
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Changes a present membership; undefined when there is none any more. Events are made of what this returns: the row is held
 * from here on, and nothing of it is older than what others committed before.
 */
export async function updateAgent(
  tx: OrganisationTransaction,
  agentId: AgentId,
  change: Partial<Pick<Agent, 'active' | 'availability' | 'presentUntil' | 'consolesClosedAt'>>,
): Promise<Agent | undefined> {
  const row = await tx.db
    .updateTable('agents')
    .set({
      active: change.active,
      availability: change.availability,
      present_until: change.presentUntil,
      consoles_closed_at: change.consolesClosedAt,
      ...(change.active !== undefined && { version: (eb) => eb('version', '+', 1) }),
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', agentId)
    .where('removed_at', 'is', null)
    .returningAll()
    .returning(beside)
    .executeTakeFirst()
  return row && toAgent(row)
}

/** Somebody who was removed, held until the commit. */
export async function lockRemoved(tx: OrganisationTransaction, agentId: AgentId): Promise<Agent | undefined> {
  const row = await anybody(tx)
    .where('agents.id', '=', agentId)
    .where('agents.removed_at', 'is not', null)
    .where(wasRemovedByOthers)
    .forNoKeyUpdate('agents')
    .executeTakeFirst()
  return row && toAgent(row)
}

/** Those removed after an instant who have not come back since, the last removed first. */
export async function listRemoved(tx: OrganisationTransaction, after: Date): Promise<Removed[]> {
  const rows = await anybody(tx)
    .where('agents.removed_at', '>', after)
    .where(wasRemovedByOthers)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('agents as back')
            .select('back.id')
            .whereRef('back.organisation_id', '=', 'agents.organisation_id')
            .whereRef('back.user_id', '=', 'agents.user_id')
            .where('back.removed_at', 'is', null),
        ),
      ),
    )
    .orderBy('agents.removed_at', 'desc')
    .orderBy('agents.id')
    .execute()
  return rows.map(toAgent).filter(isRemoved)
}

/** Whoever left by themselves comes back by an invitation alone, and whose account is gone not at all. */
const wasRemovedByOthers = sql<boolean>`agents.user_id is not null and agents.removed_by is distinct from agents.id`

type Removed = Agent & { removedAt: Date }
const isRemoved = (agent: Agent): agent is Removed => agent.removedAt !== null

/** These people, whether they belong here or not. */
export async function listAnybody(tx: OrganisationTransaction, agentIds: readonly AgentId[]): Promise<Agent[]> {
  if (agentIds.length === 0) return []
  const rows = await anybody(tx)
    .where('agents.id', '=', sql<AgentId>`any(${[...agentIds]}::uuid[])`)
    .execute()
  return rows.map(toAgent)
}

/** Whether a user belongs to another organisation too, from the directory. */
export async function belongsElsewhere(tx: OrganisationTransaction, userId: UserId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('memberships')
    .select('organisation_id')
    .where('user_id', '=', userId)
    .where('organisation_id', '<>', tx.organisationId)
    .executeTakeFirst()
  return row !== undefined
}

/** To be sent with the commit. */
export const setSeen = (tx: OrganisationTransaction, agentId: AgentId, now: Date): CompiledQuery =>
  tx.db
    .updateTable('agents')
    .set({ last_seen_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', agentId)
    .compile()

/** Whether the person is yet to be told that they belong here. */
export async function setNews(tx: OrganisationTransaction, agentId: AgentId, isNews: boolean): Promise<void> {
  await tx.db
    .updateTable('memberships')
    .set({ is_news: isNews })
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .execute()
}

export async function deleteMembership(tx: OrganisationTransaction, agentId: AgentId): Promise<void> {
  await tx.db
    .deleteFrom('memberships')
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .execute()
}

/** Where a user belongs, from the directory. */
export async function membershipsOf(database: Database, userId: UserId): Promise<OrganisationId[]> {
  const rows = await database.directory((tx: Transaction) =>
    tx.db
      .selectFrom('memberships')
      .select('organisation_id')
      .where('user_id', '=', userId)
      .orderBy('organisation_id')
      .execute(),
  )
  return rows.map((row) => row.organisation_id)
}

export async function setNameAndSignIn(
  tx: OrganisationTransaction,
  userId: UserId,
  change: { firstName?: string; lastName?: string; email?: string; lastSignInAt?: Date },
): Promise<void> {
  await tx.db
    .updateTable('agents')
    .set({
      first_name: change.firstName,
      last_name: change.lastName,
      email: change.email,
      last_sign_in_at: change.lastSignInAt,
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .execute()
}

/** How many belong to each sub-account, and how many once did. */
export async function countInSubAccounts(tx: OrganisationTransaction): Promise<KeptCount[]> {
  return tx.db
    .selectFrom('agents')
    .select((eb) => [
      eb.ref('sub_account_id').$castTo<SubAccountId>().as('subAccountId'),
      sql<'people' | 'past'>`case when removed_at is null then 'people' else 'past' end`.as('kind'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', 'is not', null)
    .groupBy([sql`1`, sql`2`])
    .execute()
}

/** Everybody of one sub-account, removed people too, to another. Those who belong here now are handed back. */
export async function moveToSubAccount(
  tx: OrganisationTransaction,
  { from, to }: { from: SubAccountId; to: SubAccountId },
): Promise<Agent[]> {
  const rows = await tx.db
    .updateTable('agents')
    .set((eb) => ({ sub_account_id: to, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', from)
    .returningAll()
    .returning(beside)
    .execute()
  return rows.map(toAgent).filter(({ removedAt }) => removedAt === null)
}

/** Who holds a role of the organisation's own now, unchanged by anybody else until the commit. */
export async function holdHolders(tx: OrganisationTransaction, roleId: RoleId): Promise<Agent[]> {
  const rows = await present(tx)
    .where('agents.custom_role_id', '=', roleId)
    .orderBy('agents.id')
    .forUpdate('agents')
    .execute()
  return rows.map(toAgent)
}

/** The modules of everybody who holds a role of the organisation's own, where the role decides them. */
export async function setModulesOfHolders(
  tx: OrganisationTransaction,
  roleId: RoleId,
  modules: readonly Module[],
): Promise<void> {
  await tx.db
    .updateTable('agents')
    .set((eb) => ({ modules: [...modules], version: eb('version', '+', 1) }))
    .where('organisation_id', '=', tx.organisationId)
    .where('custom_role_id', '=', roleId)
    .execute()
}

const anybody = (tx: OrganisationTransaction) =>
  tx.db.selectFrom('agents').selectAll('agents').select(beside).where('agents.organisation_id', '=', tx.organisationId)

const present = (tx: OrganisationTransaction) => anybody(tx).where('agents.removed_at', 'is', null)

/** What of an agent stands in other tables: what their custom role allows, and what they are advisor for. */
const beside = [
  sql<Permission[] | null>`(
    select permissions from roles
    where roles.organisation_id = agents.organisation_id and roles.id = agents.custom_role_id)`.as('role_permissions'),
  sql<QuestionnaireId[]>`array(
    select questionnaire_id from agent_questionnaires
    where agent_questionnaires.organisation_id = agents.organisation_id and agent_id = agents.id
    order by questionnaire_id)`.as('questionnaire_ids'),
] as const

interface Beside {
  role_permissions: Permission[] | null
  questionnaire_ids: QuestionnaireId[]
}

function toAgent(row: Selectable<Tables['agents']> & Beside): Agent {
  // The table's own rule: only who was removed has lost their account.
  if (row.user_id === null) throw new Error('a present agent without an account')
  return {
    id: row.id,
    userId: row.user_id,
    firstName: row.first_name,
    lastName: row.last_name,
    name: row.name,
    shownName: row.shown_name,
    description: row.description,
    photoId: row.photo_id,
    email: row.email,
    role: row.role,
    customRoleId: row.custom_role_id,
    permissions: row.role_permissions ?? roleModels[row.role].permissions,
    subAccountId: row.sub_account_id,
    active: row.active,
    availability: row.availability,
    presentUntil: row.present_until,
    consolesClosedAt: row.consoles_closed_at,
    languages: row.languages,
    reach: row.reach,
    // Written by this room from the vocabulary only.
    modules: row.modules as Module[],
    conversationLimit: row.conversation_limit,
    questionnaireIds: row.questionnaire_ids,
    lastSignInAt: row.last_sign_in_at,
    lastSeenAt: row.last_seen_at,
    version: row.version,
    createdAt: row.created_at,
    removedAt: row.removed_at,
    removedBy: row.removed_by,
  }
}
