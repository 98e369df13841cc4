import type { AgentId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Subscription, Terms } from './subscription.ts'

/** A line of the history. */
export interface Change {
  /** That the subscription had from then on. */
  version: number
  /** Null: the operator, or nobody. */
  byAgentId: AgentId | null
  /** Null: it began. */
  from: Terms | null
  to: Terms
  monthlyCents: number | null
  currency: string
  at: Date
}

/** Every organisation has one, from the transaction that makes it. */
export async function findSubscription(tx: OrganisationTransaction): Promise<Subscription> {
  return tx.db
    .selectFrom('subscriptions')
    .select(['plan', 'seats', 'version'])
    .where('organisation_id', '=', tx.organisationId)
    .executeTakeFirstOrThrow()
}

export async function insertSubscription(
  tx: OrganisationTransaction,
  { plan, seats, version }: Subscription,
  now: Date,
): Promise<void> {
  await tx.db
    .insertInto('subscriptions')
    .values({ organisation_id: tx.organisationId, plan, seats, version, changed_at: now })
    .execute()
}

export async function updateSubscription(
  tx: OrganisationTransaction,
  { plan, seats, version }: Subscription,
  now: Date,
): Promise<void> {
  await tx.db
    .updateTable('subscriptions')
    .set({ plan, seats, version, changed_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .execute()
}

export async function insertChange(tx: OrganisationTransaction, change: Change): Promise<void> {
  await tx.db
    .insertInto('subscription_changes')
    .values({
      organisation_id: tx.organisationId,
      version: change.version,
      by_agent_id: change.byAgentId,
      from_plan: change.from?.plan ?? null,
      from_seats: change.from?.seats ?? null,
      to_plan: change.to.plan,
      to_seats: change.to.seats,
      monthly_cents: change.monthlyCents,
      currency: change.currency,
      changed_at: change.at,
    })
    .execute()
}

const listedAtMost = 200

/** Newest first. */
export async function listChanges(tx: OrganisationTransaction): Promise<Change[]> {
  const rows = await tx.db
    .selectFrom('subscription_changes')
    .selectAll()
    .where('organisation_id', '=', tx.organisationId)
    .orderBy('version', 'desc')
    .limit(listedAtMost)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    byAgentId: row.by_agent_id,
    from: row.from_plan === null ? null : { plan: row.from_plan, seats: row.from_seats },
    to: { plan: row.to_plan, seats: row.to_seats },
    monthlyCents: row.monthly_cents,
    currency: row.currency,
    at: row.changed_at,
  }))
}
