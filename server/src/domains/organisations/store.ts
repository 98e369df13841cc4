import type { OrganisationTransaction } from '#server/platform/database/database.ts'

export async function insertOrganisation(
  tx: OrganisationTransaction,
  { name, now }: { name: string; now: Date },
): Promise<void> {
  await tx.db
    .insertInto('organisations')
    .values({ organisation_id: tx.organisationId, name, created_at: now })
    .execute()
}

/**
 * One at a time from here to the commit: what counts people (administrators, later seats) counts under it. `no key update`, since
 * a plain one would also hold up every row that refers to the organisation, messages among them.
 */
export async function lockOrganisation(tx: OrganisationTransaction): Promise<void> {
  await tx.db
    .selectFrom('organisations')
    .select('organisation_id')
    .where('organisation_id', '=', tx.organisationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

export async function organisationName(tx: OrganisationTransaction): Promise<string> {
  const row = await tx.db
    .selectFrom('organisations')
    .select('name')
    .where('organisation_id', '=', tx.organisationId)
    .executeTakeFirstOrThrow()
  return row.name
}

export async function setOrganisationName(tx: OrganisationTransaction, name: string): Promise<void> {
  await tx.db.updateTable('organisations').set({ name }).where('organisation_id', '=', tx.organisationId).execute()
}
