import { type Selectable, sql } from 'kysely'
import type { AgentId, AppointmentId, OpeningId } from '#contract/ids.ts'
import type { Span } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Calendar, Opening } from './calendar.ts'

/** Whose clocks count where nobody ever said. */
const zoneOfNobody = 'Europe/Paris'

/**
 * The calendars of those of them who are of this organisation. Who has chosen nothing yet has the clocks of their house: of the
 * oldest channel of their sub-account, of all of them for who has all.
 */
export async function calendarsOf(tx: OrganisationTransaction, agentIds: readonly AgentId[]): Promise<Calendar[]> {
  const rows = await tx.db
    .selectFrom('agents')
    .leftJoin('agent_calendars', (join) =>
      join
        .onRef('agent_calendars.organisation_id', '=', 'agents.organisation_id')
        .onRef('agent_calendars.agent_id', '=', 'agents.id'),
    )
    .select((eb) => [
      'agents.id',
      'holidays',
      'outside_url',
      'outside_read_at',
      'outside_fault',
      'agent_calendars.version as version',
      eb('feed_hash', 'is not', null).as('has_feed'),
      eb.fn
        .coalesce(
          'agent_calendars.zone',
          eb
            .selectFrom('channels')
            .select(sql<string>`hours ->> 'zone'`.as('zone'))
            .whereRef('channels.organisation_id', '=', 'agents.organisation_id')
            .where((on) =>
              on.or([
                on('agents.sub_account_id', 'is', null),
                on('channels.sub_account_id', '=', on.ref('agents.sub_account_id')),
              ]),
            )
            .orderBy('channels.id')
            .limit(1),
          eb.val(zoneOfNobody),
        )
        .as('zone'),
    ])
    .where('agents.organisation_id', '=', tx.organisationId)
    .where('agents.id', '=', among(agentIds))
    .execute()
  return rows.map((row) => ({
    agentId: row.id,
    zone: row.zone,
    holidays: row.holidays,
    outsideUrl: row.outside_url,
    outsideReadAt: row.outside_read_at,
    outsideFault: row.outside_fault,
    hasFeed: Boolean(row.has_feed),
    version: row.version ?? 0,
  }))
}

/** The openings and absences of some agents that may meet a time of the clocks on their walls: those by a rule may turn out not to. */
export async function openingsOf(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
  wall: Span,
): Promise<Map<AgentId, Opening[]>> {
  const rows = await openings(tx)
    .where('agent_id', '=', among(agentIds))
    .where('starts', '<', wallText(wall.to))
    .where((eb) =>
      eb.or([
        eb('rule', 'is not', null),
        sql<boolean>`starts + make_interval(mins => minutes) > ${wallText(wall.from)}::timestamp`,
      ]),
    )
    .orderBy('starts')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows.map(toOpening), ({ agentId }) => agentId)
}

/** What other calendars of theirs say. */
export async function outsideBusyOf(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
  window: Span,
): Promise<Map<AgentId, Span[]>> {
  const rows = await tx.db
    .selectFrom('outside_busy')
    .select(['agent_id', ...bounds('busy')])
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', among(agentIds))
    .where(sql<boolean>`busy && ${rangeOf(window)}`)
    .orderBy('busy')
    .execute()
  return grouped(rows, (row) => [row.agent_id, { from: row.from, to: row.to }])
}

/** Appointments that keep time free. */
export async function keptFreeOf(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
  window: Span,
): Promise<Map<AgentId, (Span & { appointmentId: AppointmentId })[]>> {
  const rows = await tx.db
    .selectFrom('appointments')
    .select(['id', 'agent_id', ...bounds('kept_free')])
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', among(agentIds))
    .where('state', '<>', 'cancelled')
    .where(sql<boolean>`kept_free && ${rangeOf(window)}`)
    .orderBy('kept_free')
    .execute()
  return grouped(rows, (row) => [row.agent_id, { appointmentId: row.id, from: row.from, to: row.to }])
}

/** All that an agent ever had, by their beginning. */
export async function allOpeningsOf(tx: OrganisationTransaction, agentId: AgentId): Promise<Opening[]> {
  return (await openings(tx).where('agent_id', '=', agentId).orderBy('starts').orderBy('id').execute()).map(toOpening)
}

/** Held until the commit by the row of its agent. */
export async function findOpening(
  tx: OrganisationTransaction,
  { agentId, openingId }: { agentId: AgentId; openingId: OpeningId },
): Promise<Opening | undefined> {
  const row = await openings(tx).where('agent_id', '=', agentId).where('id', '=', openingId).executeTakeFirst()
  return row && toOpening(row)
}

export async function insertOpening(tx: OrganisationTransaction, opening: Opening, now: Date): Promise<void> {
  await tx.db
    .insertInto('openings')
    .values({
      organisation_id: tx.organisationId,
      id: opening.id,
      agent_id: opening.agentId,
      created_at: now,
      ...changing(opening),
    })
    .execute()
}

export async function saveOpening(tx: OrganisationTransaction, opening: Opening): Promise<void> {
  await tx.db
    .updateTable('openings')
    .set(changing(opening))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', opening.id)
    .execute()
}

export async function deleteOpening(tx: OrganisationTransaction, id: OpeningId): Promise<void> {
  await tx.db.deleteFrom('openings').where('organisation_id', '=', tx.organisationId).where('id', '=', id).execute()
}

const changing = (opening: Opening) => ({
  kind: opening.kind,
  starts: wallText(opening.from),
  minutes: opening.minutes,
  rule: opening.rule,
  label: opening.label,
  version: opening.version,
})

/** Keeps the zone that openings are entered by: what the house has later changes nothing of them. */
export async function keepZone(tx: OrganisationTransaction, { agentId, zone }: Calendar): Promise<void> {
  await tx.db
    .insertInto('agent_calendars')
    .values({ organisation_id: tx.organisationId, agent_id: agentId, zone, version: 0 })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'agent_id']).doNothing())
    .execute()
}

/** Writes what the form shows. How reading another calendar goes is kept unless `outside` says that it is another one, from now. */
export async function saveCalendar(
  tx: OrganisationTransaction,
  { agentId, zone, holidays, version }: Calendar,
  { outside }: { outside: { url: string | null; now: Date } | null },
): Promise<void> {
  const unread = outside && {
    outside_url: outside.url,
    outside_read_at: null,
    outside_fault: null,
    next_read_at: outside.url === null ? null : outside.now,
  }
  const chosen = { zone, holidays, version, ...unread }
  await tx.db
    .insertInto('agent_calendars')
    .values({ organisation_id: tx.organisationId, agent_id: agentId, ...chosen })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'agent_id']).doUpdateSet(chosen))
    .execute()
}

/** What a calendar outside said that is no longer read. */
export async function forgetOutsideBusy(tx: OrganisationTransaction, agentId: AgentId): Promise<void> {
  await tx.db
    .deleteFrom('outside_busy')
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .execute()
}

/** When an agent's appointments to come are. */
export async function bookedTimesOf(tx: OrganisationTransaction, agentId: AgentId, now: Date): Promise<Span[]> {
  const rows = await tx.db
    .selectFrom('appointments')
    .select(['starts_at', 'ends_at'])
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .execute()
  return rows.map((row) => ({ from: row.starts_at.getTime(), to: row.ends_at.getTime() }))
}

const openings = (tx: OrganisationTransaction) =>
  tx.db.selectFrom('openings').selectAll().where('organisation_id', '=', tx.organisationId)

const toOpening = (row: Selectable<Tables['openings']>): Opening => ({
  id: row.id,
  agentId: row.agent_id,
  kind: row.kind,
  from: Date.parse(`${row.starts.replace(' ', 'T')}Z`),
  minutes: row.minutes,
  rule: row.rule,
  label: row.label,
  version: row.version,
})

/** As the database writes what a clock shows. */
const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 19)

const among = (agentIds: readonly AgentId[]) => sql<AgentId>`any(${[...agentIds]}::uuid[])`

const rangeOf = ({ from, to }: Span) => sql`tstzrange(${new Date(from)}, ${new Date(to)})`

/** As numbers: a search reads thousands of them, and a Date takes its time to be read. Whole milliseconds are exact in a double. */
const bounds = (range: 'busy' | 'kept_free') =>
  [
    sql<number>`(extract(epoch from lower(${sql.ref(range)})) * 1000)::float8`.as('from'),
    sql<number>`(extract(epoch from upper(${sql.ref(range)})) * 1000)::float8`.as('to'),
  ] as const

function grouped<Row, Thing>(rows: readonly Row[], of: (row: Row) => [AgentId, Thing]): Map<AgentId, Thing[]> {
  const groups = new Map<AgentId, Thing[]>()
  for (const row of rows) {
    const [agentId, thing] = of(row)
    const others = groups.get(agentId)
    if (others) others.push(thing)
    else groups.set(agentId, [thing])
  }
  return groups
}
