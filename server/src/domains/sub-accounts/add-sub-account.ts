import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { refusal } from '#server/platform/refusal.ts'
import { isSameName } from '#server/platform/same-name.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { holdSubAccounts, type SubAccountNeeds } from './hold-sub-accounts.ts'
import { insertSubAccount } from './store.ts'
import { asTarget, type SubAccount } from './sub-account.ts'

/**
 * Adds a sub-account. Whoever reaches all of them is told, and follows its stream from then on.
 *
 * @refuses access.refused | sub-accounts.name-taken | sub-accounts.too-many
 */
export async function addSubAccount(by: Actor, name: string, needs: SubAccountNeeds): Promise<SubAccountId> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    const { actor, all } = await holdSubAccounts(tx, by, needs)
    refuseTakenName(all, name)
    refuseOneMore(all)
    const id = needs.ids.subAccount()
    await insertSubAccount(tx, { id, name, now: needs.clock.now() })
    needs.events.append(tx, settingsChanged('sub-accounts'))
    recordDeed(tx, actor, { act: 'sub-accounts.made', target: asTarget({ id, name }) }, needs)
    return id
  })
}

export function refuseTakenName(others: readonly SubAccount[], name: string): void {
  if (others.some((other) => isSameName(other.name, name))) throw refusal('sub-accounts.name-taken', { field: 'name' })
}

export function refuseOneMore(all: readonly SubAccount[]): void {
  const limit = limits.subAccountsPerOrganisation
  if (all.filter(({ archivedAt }) => archivedAt === null).length >= limit)
    throw refusal('sub-accounts.too-many', { details: { limit } })
}
