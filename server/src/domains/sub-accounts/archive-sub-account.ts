import type { SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { settingsChanged } from '../settings-changed.ts'
import { refuseOneMore } from './add-sub-account.ts'
import { holdSubAccounts, type SubAccountNeeds } from './hold-sub-accounts.ts'
import { setArchived } from './store.ts'
import { asTarget, type Keeping, type SubAccount } from './sub-account.ts'

/**
 * Archives a sub-account. Everything in it goes to its heir in the same transaction, room by room in the order of `keepings`: each
 * moves what it keeps and tells of it. Nothing is lost, and nobody ever sees half of it moved.
 *
 * @refuses request.not-found | access.refused | sub-accounts.last | sub-accounts.heir-required | sub-accounts.heir-refused
 */
export async function archiveSubAccount(
  by: Actor,
  wish: { subAccountId: SubAccountId; heirSubAccountId: SubAccountId | null },
  needs: SubAccountNeeds & { keepings: readonly Keeping[] },
): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx) => {
    const { actor, all } = await holdSubAccounts(tx, by, needs)
    const archived = all.find(({ id }) => id === wish.subAccountId)
    if (!archived) throw refusal('request.not-found')
    if (archived.archivedAt !== null) return
    if (all.every(({ id, archivedAt }) => id === archived.id || archivedAt !== null)) throw refusal('sub-accounts.last')

    // First of all, so that nothing comes here any more: a transfer that is under way is waited for, and moves with the rest.
    await setArchived(tx, archived.id, needs.clock.now())
    const heir = heirOf(archived, wish.heirSubAccountId, all)
    if (heir) for (const { move } of needs.keepings) await move(tx, { from: archived.id, to: heir.id })
    else if (await holdsAnything(tx, archived.id, needs.keepings))
      throw refusal('sub-accounts.heir-required', { field: 'heirSubAccountId' })

    for (const list of heir ? listsThatMove : []) needs.events.append(tx, settingsChanged(list))
    needs.events.append(tx, settingsChanged('sub-accounts'))
    const after = heir && { heir: heir.name }
    recordDeed(tx, actor, { act: 'sub-accounts.archived', target: asTarget(archived), ...(after && { after }) }, needs)
  })
}

/**
 * Brings an archived sub-account back, empty: what went elsewhere stays there.
 *
 * @refuses request.not-found | access.refused | sub-accounts.too-many
 */
export async function restoreSubAccount(by: Actor, id: SubAccountId, needs: SubAccountNeeds): Promise<void> {
  await needs.database.transaction(by.organisationId, async (tx) => {
    const { actor, all } = await holdSubAccounts(tx, by, needs)
    const restored = all.find((one) => one.id === id)
    if (!restored) throw refusal('request.not-found')
    if (restored.archivedAt === null) return
    refuseOneMore(all)
    await setArchived(tx, id, null)
    needs.events.append(tx, settingsChanged('sub-accounts'))
    recordDeed(tx, actor, { act: 'sub-accounts.restored', target: asTarget(restored) }, needs)
  })
}

const listsThatMove = [
  'agents',
  'invitations',
  'channels',
  'questionnaires',
  'shortcuts',
  'appointment-reasons',
] as const

function heirOf(archived: SubAccount, heirId: SubAccountId | null, all: readonly SubAccount[]): SubAccount | null {
  if (heirId === null) return null
  const heir = all.find(({ id }) => id === heirId)
  if (!heir) throw refusal('request.not-found', { field: 'heirSubAccountId' })
  if (heir.id === archived.id || heir.archivedAt !== null)
    throw refusal('sub-accounts.heir-refused', { field: 'heirSubAccountId' })
  return heir
}

async function holdsAnything(
  tx: OrganisationTransaction,
  id: SubAccountId,
  keepings: readonly Keeping[],
): Promise<boolean> {
  for (const { count } of keepings)
    if ((await count(tx)).some(({ subAccountId, count: kept }) => subAccountId === id && kept > 0)) return true
  return false
}
