import { sql } from 'kysely'
import type { AgentId, OrganisationId } from '#contract/ids.ts'
import type { Span } from '#contract/wall-clock.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Calendar } from '../calendars/calendar.ts'

type Known = Pick<Calendar, 'outsideReadAt' | 'outsideFault'>

export interface Due {
  organisationId: OrganisationId
  agentId: AgentId
}

/** Whose other calendars are to be read, in whatever organisation, the longest due first; read as the tables' owner. */
export async function listDue(tx: Transaction, { now, most }: { now: Date; most: number }): Promise<Due[]> {
  return tx.db
    .selectFrom('agent_calendars')
    .select(['organisation_id as organisationId', 'agent_id as agentId'])
    .where('next_read_at', '<=', now)
    .orderBy('next_read_at')
    .limit(most)
    .execute()
}

/** Takes a calendar that is due: nobody else reads it before `next`. Undefined: somebody was faster, or it is no longer read. */
export async function claimReading(
  tx: OrganisationTransaction,
  agentId: AgentId,
  { now, next }: { now: Date; next: Date },
): Promise<{ url: string; zone: string } | undefined> {
  const row = await tx.db
    .updateTable('agent_calendars')
    .set({ next_read_at: next })
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .where('next_read_at', '<=', now)
    .returning(['outside_url', 'zone'])
    .executeTakeFirst()
  return row?.outside_url ? { url: row.outside_url, zone: row.zone } : undefined
}

/** How the last reading went, held until the commit. Undefined: this is no longer the address that is read. */
export async function lockReading(
  tx: OrganisationTransaction,
  { agentId, url }: { agentId: AgentId; url: string },
): Promise<Known | undefined> {
  const row = await tx.db
    .selectFrom('agent_calendars')
    .select(['outside_read_at', 'outside_fault'])
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .where('outside_url', '=', url)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && { outsideReadAt: row.outside_read_at, outsideFault: row.outside_fault }
}

export async function saveReading(
  tx: OrganisationTransaction,
  agentId: AgentId,
  { outsideReadAt, outsideFault }: Known,
): Promise<void> {
  await tx.db
    .updateTable('agent_calendars')
    .set({ outside_read_at: outsideReadAt, outside_fault: outsideFault })
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .execute()
}

/** As one list each: a statement for every number of them would be one too many to prepare. */
export async function insertOutsideBusy(
  tx: OrganisationTransaction,
  agentId: AgentId,
  spans: readonly Span[],
): Promise<void> {
  const instants = (of: (span: Span) => number) => spans.map((span) => new Date(of(span)).toISOString())
  await sql`
    insert into outside_busy (organisation_id, agent_id, busy)
    select ${tx.organisationId}::uuid, ${agentId}::uuid, tstzrange(begins, ends)
    from unnest(${instants(({ from }) => from)}::timestamptz[], ${instants(({ to }) => to)}::timestamptz[])
      as span (begins, ends)`.execute(tx.db)
}
