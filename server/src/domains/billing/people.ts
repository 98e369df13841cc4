import { sql } from 'kysely'
import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { TakenSeats } from './subscription.ts'

// The one file of this room that reads tables of later rooms: agents and invitations ask here before they take a seat, so
// they cannot come first, and a count kept beside them could differ from what they hold.

/**
 * How many seats are held. One statement on purpose: an acceptance that commits between two would be counted twice, or not at all.
 * Invitations that have expired hold none.
 */
export async function countTaken(tx: OrganisationTransaction, now: Date): Promise<TakenSeats> {
  const { rows } = await sql<TakenSeats>`
    select
      (select count(*) from agents
        where organisation_id = ${tx.organisationId} and removed_at is null) as agents,
      (select count(*) from invitations
        where organisation_id = ${tx.organisationId} and state = 'pending' and expires_at >= ${now}) as invitations
  `.execute(tx.db)
  const [taken] = rows
  if (!taken) throw new Error('a select without from gives one row')
  return taken
}

/** Agents who hold a seat, by name. */
export const listSeatedAgents = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('agents')
    .select(['id', 'name', 'email', 'role', 'sub_account_id as subAccountId'])
    .where('organisation_id', '=', tx.organisationId)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Invitations that hold a seat, those that free it first leading. */
export const listSeatedInvitations = (tx: OrganisationTransaction, now: Date) =>
  tx.db
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'sub_account_id as subAccountId', 'expires_at as expiresAt'])
    .where('organisation_id', '=', tx.organisationId)
    .where('state', '=', 'pending')
    .where('expires_at', '>=', now)
    .orderBy('expires_at')
    .orderBy('id')
    .execute()

/** Names and addresses of people who belong here or once did. */
export async function peopleBehind(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
): Promise<Map<AgentId, { name: string; email: string }>> {
  if (agentIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('agents')
    .select(['id', 'name', 'email'])
    .where('organisation_id', '=', tx.organisationId)
    .where('id', 'in', agentIds)
    .execute()
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]))
}
