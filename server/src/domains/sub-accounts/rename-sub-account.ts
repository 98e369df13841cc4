import type { SubAccountId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { refuseTakenName } from './add-sub-account.ts'
import { holdSubAccounts, type SubAccountNeeds } from './hold-sub-accounts.ts'
import { setName } from './store.ts'
import { asTarget } from './sub-account.ts'

/**
 * Gives a sub-account another name, over the version that was read.
 *
 * @refuses request.not-found | access.refused | sub-accounts.name-taken | sub-accounts.changed-meanwhile
 */
export async function renameSubAccount(
  by: Actor,
  wish: { subAccountId: SubAccountId; name: string; version: number },
  needs: SubAccountNeeds,
): Promise<void> {
  const { subAccountId: id, name, version } = wish
  await needs.database.transaction(by.organisationId, async (tx) => {
    const { actor, all } = await holdSubAccounts(tx, by, needs)
    const earlier = all.find((one) => one.id === id)
    if (!earlier) throw refusal('request.not-found')
    if (earlier.version !== version) throw refusal('sub-accounts.changed-meanwhile')
    refuseTakenName(
      all.filter((one) => one.id !== id),
      name,
    )
    if (earlier.name === name) return
    await setName(tx, id, name)
    needs.events.append(tx, settingsChanged('sub-accounts'))
    recordDeed(
      tx,
      actor,
      { act: 'sub-accounts.renamed', target: asTarget({ id, name }), before: { name: earlier.name }, after: { name } },
      needs,
    )
  })
}
