import type { SubAccountId } from '#contract/ids.ts'
import type { SubAccount } from '#contract/organisations.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'

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

/** All of the organisation, by name. */
export async function listSubAccounts(tx: OrganisationTransaction): Promise<SubAccount[]> {
  return tx.db
    .selectFrom('sub_accounts')
    .select(['id', 'name'])
    .where('organisation_id', '=', tx.organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
