import type { MakeShortcut } from '#contract/shortcuts.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, type ShortcutOwner } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { shortcutsChanged } from '../settings-changed.ts'
import { findSubAccount } from '../sub-accounts/index.ts'
import { asTarget, inWords, refuseOneMore, refuseTakenKey, refuseUnknownVariable, type Shortcut } from './shortcut.ts'
import { insertShortcut, listOf } from './store.ts'

export type ShortcutNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/**
 * Makes a shortcut: the actor's own, a sub-account's, or the organisation's. The organisation is held, so that a key stays one
 * shortcut's within its owner. Who shares replies is journalled; what somebody keeps for themselves is not.
 *
 * @refuses request.not-found | access.refused | access.inactive | shortcuts.key-taken | shortcuts.variable-unknown
 *   | shortcuts.too-many | sub-accounts.required | sub-accounts.not-allowed
 */
export async function makeShortcut(
  by: Actor,
  { key, texts, ...wish }: MakeShortcut,
  needs: ShortcutNeeds,
): Promise<Shortcut> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    const owner = ownerOf(actor, wish)
    authorise(actor, 'shortcuts.change', owner)
    const subAccount = await subAccountOf(tx, owner)
    refuseUnknownVariable(texts)
    const others = await listOf(tx, owner)
    refuseTakenKey(others, key)
    refuseOneMore(others)

    const shortcut = newShortcut(owner, { key, texts }, needs)
    await insertShortcut(tx, shortcut, needs.clock.now())
    needs.events.append(tx, shortcutsChanged(owner))
    const after = { ...inWords(shortcut), ...(subAccount && { subAccount: subAccount.name }) }
    if (owner.agentId === null)
      recordDeed(tx, actor, { act: 'shortcuts.made', target: asTarget(shortcut), after }, needs)
    return shortcut
  })
}

export const newShortcut = (
  owner: ShortcutOwner,
  written: Pick<Shortcut, 'key' | 'texts'>,
  { ids }: Pick<ShortcutNeeds, 'ids'>,
): Shortcut => ({
  ...{ id: ids.shortcut(), agentId: owner.agentId, subAccountId: owner.subAccountId, ...written, version: 1 },
  ...{ usedCount: 0, lastUsedAt: null, removedAt: null },
})

/** @refuses sub-accounts.required | sub-accounts.not-allowed */
export function ownerOf(
  { agentId }: Actor,
  { scope, subAccountId }: Pick<MakeShortcut, 'scope' | 'subAccountId'>,
): ShortcutOwner {
  if (scope === 'sub-account' && subAccountId === null)
    throw refusal('sub-accounts.required', { field: 'subAccountId' })
  if (scope !== 'sub-account' && subAccountId !== null)
    throw refusal('sub-accounts.not-allowed', { field: 'subAccountId' })
  return { agentId: scope === 'own' ? agentId : null, subAccountId }
}

/** The one that owns it; null: none does. What is archived gets nothing more. */
export async function subAccountOf(tx: OrganisationTransaction, { subAccountId }: ShortcutOwner) {
  if (subAccountId === null) return null
  const subAccount = await findSubAccount(tx, subAccountId)
  if (subAccount?.archivedAt !== null) throw refusal('request.not-found', { field: 'subAccountId' })
  return subAccount
}
