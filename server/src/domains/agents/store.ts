import type { Selectable } from 'kysely'
import type { AgentId, OrganisationId, UserId } from '#contract/ids.ts'
import type { Module } from '#contract/vocabulary.ts'
import type { Database, OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Agent } from './agent.ts'

export async function insertAgent(tx: OrganisationTransaction, agent: Agent): Promise<void> {
  await tx.db
    .insertInto('agents')
    .values({
      organisation_id: tx.organisationId,
      id: agent.id,
      user_id: agent.userId,
      role: agent.role,
      sub_account_id: agent.subAccountId,
      name: agent.name,
      email: agent.email,
      active: agent.active,
      availability: agent.availability,
      present_until: agent.presentUntil,
      languages: agent.languages,
      reach: agent.reach,
      modules: agent.modules,
      last_sign_in_at: agent.lastSignInAt,
      created_at: agent.createdAt,
      removed_at: agent.removedAt,
    })
    .execute()
  await tx.db
    .insertInto('memberships')
    .values({ user_id: agent.userId, organisation_id: tx.organisationId, agent_id: agent.id })
    .execute()
}

/** The present membership of a user. */
export async function findByUser(tx: OrganisationTransaction, userId: UserId): Promise<Agent | undefined> {
  const row = await present(tx).where('user_id', '=', userId).executeTakeFirst()
  return row && toAgent(row)
}

export async function findAgent(tx: OrganisationTransaction, agentId: AgentId): Promise<Agent | undefined> {
  const row = await present(tx).where('id', '=', agentId).executeTakeFirst()
  return row && toAgent(row)
}

/** As they are now, and stay until the commit. */
export async function holdAgent(tx: OrganisationTransaction, agentId: AgentId): Promise<Agent | undefined> {
  const row = await present(tx).where('id', '=', agentId).forShare().executeTakeFirst()
  return row && toAgent(row)
}

/** Holds the row until the end of the transaction, so that what is read of it is still so when it is changed. */
export async function lockAgent(tx: OrganisationTransaction, agentId: AgentId): Promise<Agent | undefined> {
  const row = await present(tx).where('id', '=', agentId).forUpdate().executeTakeFirst()
  return row && toAgent(row)
}

export async function existsByEmail(tx: OrganisationTransaction, email: string): Promise<boolean> {
  return (await present(tx).where('email', '=', email).executeTakeFirst()) !== undefined
}

/** Everybody who belongs here now, by name. */
export async function listAgents(tx: OrganisationTransaction): Promise<Agent[]> {
  return (await present(tx).orderBy('name').orderBy('id').execute()).map(toAgent)
}

export async function countActiveAdministrators(tx: OrganisationTransaction): Promise<number> {
  return (await present(tx).where('role', '=', 'administrator').where('active', '=', true).execute()).length
}

/**
 * Changes a present membership; undefined when there is none any more. Events are made of what this returns: the row is held
 * from here on, and nothing of it is older than what others committed before.
 */
export async function updateAgent(
  tx: OrganisationTransaction,
  agentId: AgentId,
  change: Partial<Pick<Agent, 'active' | 'availability' | 'presentUntil' | 'removedAt'>>,
): Promise<Agent | undefined> {
  const row = await tx.db
    .updateTable('agents')
    .set({
      active: change.active,
      availability: change.availability,
      present_until: change.presentUntil,
      removed_at: change.removedAt,
    })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', agentId)
    .where('removed_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && toAgent(row)
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
  change: { name?: string; lastSignInAt?: Date },
): Promise<void> {
  await tx.db
    .updateTable('agents')
    .set({ name: change.name, last_sign_in_at: change.lastSignInAt })
    .where('organisation_id', '=', tx.organisationId)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .execute()
}

const present = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('agents')
    .selectAll()
    .where('organisation_id', '=', tx.organisationId)
    .where('removed_at', 'is', null)

function toAgent(row: Selectable<Tables['agents']>): Agent {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    subAccountId: row.sub_account_id,
    active: row.active,
    availability: row.availability,
    presentUntil: row.present_until,
    languages: row.languages,
    reach: row.reach,
    // Written by this room from the vocabulary only.
    modules: row.modules as Module[],
    lastSignInAt: row.last_sign_in_at,
    createdAt: row.created_at,
    removedAt: row.removed_at,
  }
}
