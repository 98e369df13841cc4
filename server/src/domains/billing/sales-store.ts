import type { Selectable } from 'kysely'
import type { OrganisationId, SalesRequestId } from '#contract/ids.ts'
import type { OrganisationTransaction, Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { SalesRequest } from './sales-request.ts'

export async function insertRequest(tx: OrganisationTransaction, request: SalesRequest): Promise<void> {
  await tx.db
    .insertInto('sales_requests')
    .values({
      organisation_id: tx.organisationId,
      id: request.id,
      agent_id: request.agentId,
      locale: request.locale,
      message: request.message,
      phone: request.phone,
      seats: request.seats,
      created_at: request.createdAt,
      answered_at: request.answeredAt,
      letter_state: 'waiting',
    })
    .execute()
}

const listedAtMost = 100

/** Newest first. */
export async function listRequests(tx: OrganisationTransaction): Promise<SalesRequest[]> {
  const rows = await ofOrganisation(tx)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(listedAtMost)
    .execute()
  return rows.map(toRequest)
}

export async function countOpenRequests(tx: OrganisationTransaction): Promise<number> {
  return (await ofOrganisation(tx).where('answered_at', 'is', null).execute()).length
}

/** False: there is none such that is open. */
export async function setAnswered(tx: OrganisationTransaction, id: SalesRequestId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('sales_requests')
    .set({ answered_at: now })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Takes its letter for one attempt, if one is due; an answered request needs none any more. */
export async function claimLetterOf(
  tx: OrganisationTransaction,
  id: SalesRequestId,
  { now, until }: { now: Date; until: Date },
): Promise<{ request: SalesRequest; attempts: number } | null> {
  const row = await tx.db
    .updateTable('sales_requests')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: until }))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .where('letter_state', '=', 'waiting')
    .where('answered_at', 'is', null)
    .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
  return row ? { request: toRequest(row), attempts: row.attempts } : null
}

export async function updateLetterOf(
  tx: OrganisationTransaction,
  id: SalesRequestId,
  change: { state: 'waiting' | 'sent' | 'failed'; error: string | null; nextAttemptAt: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('sales_requests')
    .set({ letter_state: change.state, last_error: change.error, next_attempt_at: change.nextAttemptAt })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Open requests of every organisation whose letter is still to leave; read as the tables' owner, at a start. */
export async function listUntoldEverywhere(
  tx: Transaction,
): Promise<{ organisationId: OrganisationId; id: SalesRequestId; nextAttemptAt: Date | null }[]> {
  return tx.db
    .selectFrom('sales_requests')
    .select(['organisation_id as organisationId', 'id', 'next_attempt_at as nextAttemptAt'])
    .where('letter_state', '=', 'waiting')
    .where('answered_at', 'is', null)
    .orderBy('organisation_id')
    .orderBy('id')
    .execute()
}

const ofOrganisation = (tx: OrganisationTransaction) =>
  tx.db.selectFrom('sales_requests').selectAll().where('organisation_id', '=', tx.organisationId)

const toRequest = (row: Selectable<Tables['sales_requests']>): SalesRequest => ({
  id: row.id,
  agentId: row.agent_id,
  locale: row.locale,
  message: row.message,
  phone: row.phone,
  seats: row.seats,
  createdAt: row.created_at,
  answeredAt: row.answered_at,
})
