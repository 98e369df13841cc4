import { type Selectable, sql } from 'kysely'
import * as z from 'zod'
import { ReasonText } from '#contract/appointments/reasons.ts'
import type { AgentId, ReasonId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { KeptCount } from '../../sub-accounts/index.ts'
import type { Reason } from './reason.ts'

export async function insertReason(tx: OrganisationTransaction, reason: Reason, now: Date): Promise<void> {
  await tx.db
    .insertInto('appointment_reasons')
    .values({ organisation_id: tx.organisationId, id: reason.id, created_at: now, ...changing(reason) })
    .execute()
  await insertTakers(tx, reason)
}

/** Writes over the row that is held. Whoever was removed is asked about by nobody: brought back, they receive as before. */
export async function saveReason(tx: OrganisationTransaction, reason: Reason): Promise<void> {
  await tx.db
    .updateTable('appointment_reasons')
    .set(changing(reason))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', reason.id)
    .execute()
  await tx.db
    .deleteFrom('appointment_reason_agents')
    .where('organisation_id', '=', tx.organisationId)
    .where('reason_id', '=', reason.id)
    .where((eb) =>
      eb(
        'agent_id',
        'in',
        eb
          .selectFrom('agents')
          .select('id')
          .where('organisation_id', '=', tx.organisationId)
          .where('removed_at', 'is', null),
      ),
    )
    .execute()
  await insertTakers(tx, reason)
}

const changing = (reason: Reason) => ({
  sub_account_id: reason.subAccountId,
  name: reason.name,
  texts: JSON.stringify(reason.texts),
  colour: reason.colour,
  place: reason.place,
  place_detail: reason.placeDetail,
  minutes: reason.minutes,
  every_minutes: reason.everyMinutes,
  before_minutes: reason.beforeMinutes,
  after_minutes: reason.afterMinutes,
  notice_minutes: reason.noticeMinutes,
  ahead_days: reason.aheadDays,
  reminders: reason.reminders,
  takers: reason.takerIds === null ? ('everybody' as const) : ('chosen' as const),
  visitors_choose: reason.visitorsChoose,
  version: reason.version,
  archived_at: reason.archivedAt,
})

async function insertTakers(tx: OrganisationTransaction, { id, takerIds }: Reason): Promise<void> {
  if (takerIds === null || takerIds.length === 0) return
  await tx.db
    .insertInto('appointment_reason_agents')
    .values(takerIds.map((agentId) => ({ organisation_id: tx.organisationId, reason_id: id, agent_id: agentId })))
    .execute()
}

/** All of the organisation, archived ones too, by name. */
export async function listReasons(tx: OrganisationTransaction): Promise<Reason[]> {
  return (await all(tx).orderBy('name').orderBy('id').execute()).map(toReason)
}

/** Those of a sub-account, archived ones too. */
export async function reasonsOf(tx: OrganisationTransaction, subAccountId: SubAccountId): Promise<Reason[]> {
  return (await all(tx).where('sub_account_id', '=', subAccountId).orderBy('id').execute()).map(toReason)
}

/** Archived or not. */
export async function findReason(tx: OrganisationTransaction, id: ReasonId): Promise<Reason | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toReason(row)
}

/** As it is now, and stays until the commit. */
export async function lockReason(tx: OrganisationTransaction, id: ReasonId): Promise<Reason | undefined> {
  const row = await all(tx).where('id', '=', id).forNoKeyUpdate('appointment_reasons').executeTakeFirst()
  return row && toReason(row)
}

export async function countInSubAccounts(tx: OrganisationTransaction): Promise<KeptCount[]> {
  const rows = await tx.db
    .selectFrom('appointment_reasons')
    .select((eb) => ['sub_account_id as subAccountId', eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', tx.organisationId)
    .groupBy('sub_account_id')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'reasons' }))
}

/** Past ones too: where they are read follows where their reason is. Returns whose they are. */
export async function moveAppointments(
  tx: OrganisationTransaction,
  { from, to }: { from: SubAccountId; to: SubAccountId },
): Promise<AgentId[]> {
  const rows = await tx.db
    .updateTable('appointments')
    .set((eb) => ({ sub_account_id: to, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', tx.organisationId)
    .where('sub_account_id', '=', from)
    .returning('agent_id as agentId')
    .execute()
  return [...new Set(rows.map(({ agentId }) => agentId))]
}

/** Whoever was removed is no taker any more; brought back, they are again. */
const all = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('appointment_reasons')
    .selectAll('appointment_reasons')
    .select(
      sql<AgentId[]>`array(
        select agents.id from appointment_reason_agents
        join agents on agents.organisation_id = appointment_reason_agents.organisation_id
          and agents.id = appointment_reason_agents.agent_id and agents.removed_at is null
        where appointment_reason_agents.organisation_id = appointment_reasons.organisation_id
          and reason_id = appointment_reasons.id
        order by agents.name, agents.id)`.as('taker_ids'),
    )
    .where('appointment_reasons.organisation_id', '=', tx.organisationId)

const texts = z.array(ReasonText)

const toReason = (row: Selectable<Tables['appointment_reasons']> & { taker_ids: AgentId[] }): Reason => ({
  id: row.id,
  subAccountId: row.sub_account_id,
  name: row.name,
  texts: texts.parse(row.texts),
  colour: row.colour,
  place: row.place,
  placeDetail: row.place_detail,
  minutes: row.minutes,
  everyMinutes: row.every_minutes,
  beforeMinutes: row.before_minutes,
  afterMinutes: row.after_minutes,
  noticeMinutes: row.notice_minutes,
  aheadDays: row.ahead_days,
  reminders: row.reminders,
  takerIds: row.takers === 'everybody' ? null : row.taker_ids,
  visitorsChoose: row.visitors_choose,
  version: row.version,
  archivedAt: row.archived_at,
})
