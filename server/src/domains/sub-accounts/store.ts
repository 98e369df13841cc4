import type { Selectable } from 'kysely'
import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { SubAccount } from './sub-account.ts'

export async function insertSubAccount(
  tx: OrganisationTransaction,
  subAccount: { id: SubAccountId; name: string; now: Date },
): Promise<void> {
  await tx.db
    .insertInto('sub_accounts')
    .values({
      organisation_id: tx.organisationId,
      id: subAccount.id,
      name: subAccount.name,
      created_at: subAccount.now,
    })
    .execute()
}

/** Those in use, by name. */
export const listSubAccounts = async (tx: OrganisationTransaction): Promise<Pick<SubAccount, 'id' | 'name'>[]> =>
  tx.db
    .selectFrom('sub_accounts')
    .select(['id', 'name'])
    .where('organisation_id', '=', tx.organisationId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** All of the organisation, by name. */
export async function listWithArchived(tx: OrganisationTransaction): Promise<SubAccount[]> {
  return (await all(tx).orderBy('name').orderBy('id').execute()).map(toSubAccount)
}

export async function findSubAccount(tx: OrganisationTransaction, id: SubAccountId): Promise<SubAccount | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toSubAccount(row)
}

/** One in use, which is not archived before the transaction ends. */
export async function holdSubAccount(
  tx: OrganisationTransaction,
  id: SubAccountId,
): Promise<Pick<SubAccount, 'id' | 'name'> | undefined> {
  return all(tx).where('id', '=', id).where('archived_at', 'is', null).forShare().executeTakeFirst()
}

export async function setName(tx: OrganisationTransaction, id: SubAccountId, name: string): Promise<void> {
  await tx.db
    .updateTable('sub_accounts')
    .set((eb) => ({ name, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function setArchived(tx: OrganisationTransaction, id: SubAccountId, at: Date | null): Promise<void> {
  await tx.db
    .updateTable('sub_accounts')
    .set({ archived_at: at })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

const all = (tx: OrganisationTransaction) =>
  tx.db
    .selectFrom('sub_accounts')
    .select(['id', 'name', 'version', 'archived_at'])
    .where('organisation_id', '=', tx.organisationId)

const toSubAccount = (row: Pick<Selectable<Tables['sub_accounts']>, 'id' | 'name' | 'version' | 'archived_at'>) => ({
  id: row.id,
  name: row.name,
  version: row.version,
  archivedAt: row.archived_at,
})
