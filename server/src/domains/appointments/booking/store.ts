import { type Selectable, sql } from 'kysely'
import type {
  AgentId,
  AppointmentId,
  BookingId,
  ConversationId,
  OrganisationId,
  SubAccountId,
  VisitorId,
} from '#contract/ids.ts'
import { dayMs, dayOf } from '#contract/wall-clock.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { Appointment, Times } from './appointment.ts'

/**
 * Writes a new appointment. Somebody else may have been given the time a moment ago: that is the database's no, for
 * `orTimeTaken`.
 */
export async function insertAppointment(tx: OrganisationTransaction, appointment: Appointment): Promise<void> {
  await tx.db
    .insertInto('appointments')
    .values({
      organisation_id: tx.organisationId,
      id: appointment.id,
      sub_account_id: appointment.subAccountId,
      reason_id: appointment.reasonId,
      visitor_id: appointment.visitorId,
      conversation_id: appointment.conversationId,
      channel_id: appointment.channelId,
      name: appointment.name,
      email: appointment.email,
      phone: appointment.phone,
      words: appointment.words,
      language: appointment.language,
      zone: appointment.zone,
      booked_by: appointment.bookedBy,
      booking_id: appointment.bookingId,
      link_token: appointment.linkToken,
      created_at: appointment.createdAt,
      place: appointment.place,
      place_detail: appointment.placeDetail,
      ...changing(appointment),
    })
    .execute()
}

/** Writes over the row that is held. */
export async function saveAppointment(tx: OrganisationTransaction, appointment: Appointment): Promise<void> {
  await tx.db
    .updateTable('appointments')
    .set(changing(appointment))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', appointment.id)
    .execute()
}

const changing = (appointment: Appointment) => ({
  agent_id: appointment.agent.id,
  agent_name: appointment.agent.name,
  state: appointment.state,
  starts_at: appointment.startsAt,
  ends_at: appointment.endsAt,
  kept_free: sql<string>`tstzrange(${appointment.keptFree.from}, ${appointment.keptFree.to})`,
  sequence: appointment.sequence,
  asked_to_move_at: appointment.askedToMoveAt,
  cancelled_by: appointment.cancelled?.by ?? null,
  cancelled_why: appointment.cancelled?.why ?? '',
  version: appointment.version,
  changed_at: appointment.changedAt,
})

/** Whether an error is the promise that no time of anybody's is given twice. Its transaction is over. */
export const isTimeTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'appointments__no_time_twice'

export async function findAppointment(
  tx: OrganisationTransaction,
  id: AppointmentId,
): Promise<Appointment | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toAppointment(row)
}

/** As it is now, and stays until the commit. */
export async function lockAppointment(
  tx: OrganisationTransaction,
  id: AppointmentId,
): Promise<Appointment | undefined> {
  const row = await all(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toAppointment(row)
}

/** The same of several, held in the order of their ids. */
export async function lockAppointments(
  tx: OrganisationTransaction,
  ids: readonly AppointmentId[],
): Promise<Appointment[]> {
  const rows = await all(tx)
    .where('id', '=', sql<AppointmentId>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(toAppointment)
}

export async function findByBooking(tx: OrganisationTransaction, id: BookingId): Promise<Appointment | undefined> {
  const row = await all(tx).where('booking_id', '=', id).executeTakeFirst()
  return row && toAppointment(row)
}

/** Whose a link is, in whatever organisation; read as the tables' owner. */
export async function findByLink(
  tx: Transaction,
  token: string,
): Promise<{ organisationId: OrganisationId; id: AppointmentId } | undefined> {
  return tx.db
    .selectFrom('appointments')
    .select(['organisation_id as organisationId', 'id'])
    .where('link_token', '=', token)
    .executeTakeFirst()
}

/** Those that meet a time, cancelled ones too, in order. */
export async function listWithin(
  tx: OrganisationTransaction,
  { from, to }: { from: Date; to: Date },
  of: { agentId?: AgentId; subAccountId?: SubAccountId },
): Promise<Appointment[]> {
  let query = all(tx).where('starts_at', '<', to).where('ends_at', '>', from)
  if (of.agentId) query = query.where('agent_id', '=', of.agentId)
  if (of.subAccountId) query = query.where('sub_account_id', '=', of.subAccountId)
  return (await query.orderBy('starts_at').orderBy('id').execute()).map(toAppointment)
}

/** Those of somebody that are to come and not called off, in order. */
export async function listUpcomingOf(tx: OrganisationTransaction, agentId: AgentId, now: Date): Promise<Appointment[]> {
  return (await upcoming(tx, now).where('agent_id', '=', agentId).execute()).map(toAppointment)
}

export async function countUpcomingOf(tx: OrganisationTransaction, agentId: AgentId, now: Date): Promise<number> {
  const { count } = await tx.db
    .selectFrom('appointments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', '=', agentId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

export async function listUpcomingOfVisitor(
  tx: OrganisationTransaction,
  visitorId: VisitorId,
  now: Date,
): Promise<Appointment[]> {
  return (await upcoming(tx, now).where('visitor_id', '=', visitorId).execute()).map(toAppointment)
}

/** Those of somebody that meet a time and were not cancelled, in order. */
export async function listStanding(
  tx: OrganisationTransaction,
  agentId: AgentId,
  { from, to }: { from: Date; to: Date },
): Promise<Appointment[]> {
  const rows = await all(tx)
    .where('agent_id', '=', agentId)
    .where('state', '<>', 'cancelled')
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
    .orderBy('starts_at')
    .execute()
  return rows.map(toAppointment)
}

/** Every one that was booked in a conversation, or by its visitor, the newest first. */
export async function listBeside(
  tx: OrganisationTransaction,
  { conversationId, visitorId }: { conversationId: ConversationId; visitorId: VisitorId },
): Promise<Appointment[]> {
  const rows = await all(tx)
    .where((eb) => eb.or([eb('conversation_id', '=', conversationId), eb('visitor_id', '=', visitorId)]))
    .orderBy('starts_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(toAppointment)
}

/** What each of some agents has within a time, and when they were last given one. */
export async function readLoads(
  tx: OrganisationTransaction,
  agentIds: readonly AgentId[],
  { day, week }: { day: { from: Date; to: Date }; week: { from: Date; to: Date } },
): Promise<Map<AgentId, { thatDay: number; thatWeek: number; lastBookedAt: Date | null }>> {
  if (agentIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('appointments')
    .select((eb) => [
      'agent_id as agentId',
      eb.fn
        .countAll<number>()
        .filterWhere('starts_at', '>=', day.from)
        .filterWhere('starts_at', '<', day.to)
        .filterWhere('state', '<>', 'cancelled')
        .as('thatDay'),
      eb.fn
        .countAll<number>()
        .filterWhere('starts_at', '>=', week.from)
        .filterWhere('starts_at', '<', week.to)
        .filterWhere('state', '<>', 'cancelled')
        .as('thatWeek'),
      eb.fn.max('created_at').as('lastBookedAt'),
    ])
    .where('organisation_id', '=', tx.organisationId)
    .where('agent_id', 'in', agentIds)
    .groupBy('agent_id')
    .execute()
  return new Map(rows.map(({ agentId, ...load }) => [agentId, load]))
}

/**
 * Who ask for times of one sub-account's people on the same day ask one after the other: they would choose the same person, and of two
 * whose times overlap each would wait for the other.
 */
export async function lockDays(
  tx: OrganisationTransaction,
  { subAccountId, keptFree: { from, to } }: { subAccountId: SubAccountId } & Pick<Times, 'keptFree'>,
): Promise<void> {
  // In their order, so that nobody waits in a circle.
  for (let day = dayOf(from.getTime()); day < to.getTime(); day += dayMs) {
    const what = `appointments of ${subAccountId} on ${new Date(day).toISOString()}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx.db)
  }
}

/** Nobody else of this visitor's browsers books until the commit: they are counted. */
export async function lockBookings(tx: OrganisationTransaction, visitorId: VisitorId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bookings of ${visitorId}`}, 0))`.execute(tx.db)
}

const upcoming = (tx: OrganisationTransaction, now: Date) =>
  all(tx).where('state', '=', 'booked').where('starts_at', '>', now).orderBy('starts_at').orderBy('id')

const all = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('appointments')
    .selectAll()
    .select([sql<Date>`lower(kept_free)`.as('kept_from'), sql<Date>`upper(kept_free)`.as('kept_to')])
    .where('organisation_id', '=', tx.organisationId)

const toAppointment = (row: Selectable<Tables['appointments']> & { kept_from: Date; kept_to: Date }): Appointment => ({
  id: row.id,
  subAccountId: row.sub_account_id,
  reasonId: row.reason_id,
  agent: { id: row.agent_id, name: row.agent_name },
  // Checks of the table say so, of this and of the two below.
  state: row.state as Appointment['state'],
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  keptFree: { from: row.kept_from, to: row.kept_to },
  place: row.place as Appointment['place'],
  placeDetail: row.place_detail,
  visitorId: row.visitor_id,
  conversationId: row.conversation_id,
  channelId: row.channel_id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  words: row.words,
  language: row.language,
  zone: row.zone,
  bookedBy: row.booked_by,
  bookingId: row.booking_id as BookingId,
  linkToken: row.link_token,
  sequence: row.sequence,
  askedToMoveAt: row.asked_to_move_at,
  cancelled:
    row.cancelled_by === null
      ? null
      : { by: row.cancelled_by as NonNullable<Appointment['cancelled']>['by'], why: row.cancelled_why },
  version: row.version,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})
