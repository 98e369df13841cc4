import type { ShortcutId } from '#contract/ids.ts'
import type { ChangeShortcut } from '#contract/shortcuts.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, type Deed, recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { shortcutsChanged } from '../settings-changed.ts'
import { type ShortcutNeeds, subAccountOf } from './make-shortcut.ts'
import {
  asTarget,
  inWords,
  isRestorable,
  refuseOneMore,
  refuseTakenKey,
  refuseUnknownVariable,
  type Shortcut,
} from './shortcut.ts'
import { listOf, lockShortcut, saveShortcut } from './store.ts'

/**
 * Gives a shortcut another key or other texts, over the version that was read.
 *
 * @refuses request.not-found | access.refused | access.inactive | shortcuts.key-taken | shortcuts.variable-unknown
 *   | shortcuts.changed-meanwhile
 */
export const changeShortcut = (
  by: Actor,
  { shortcutId, key, texts, version }: { shortcutId: ShortcutId } & ChangeShortcut,
  needs: ShortcutNeeds,
): Promise<Shortcut> =>
  change(by, shortcutId, needs, async (tx, earlier) => {
    if (earlier.removedAt !== null) throw refusal('request.not-found')
    if (earlier.version !== version) throw refusal('shortcuts.changed-meanwhile')
    refuseUnknownVariable(texts)
    refuseTakenKey((await listOf(tx, earlier)).filter(withoutIt(earlier)), key)
    const next = { ...earlier, key, texts }
    const { before, after } = changesBetween(inWords(earlier), inWords(next))
    return Object.keys(after).length === 0 ? null : { next, deed: { act: 'shortcuts.changed', before, after } }
  })

/**
 * Removes a shortcut: its key is free again. For a while it can be brought back, uses and all.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export const removeShortcut = (by: Actor, id: ShortcutId, needs: ShortcutNeeds): Promise<Shortcut> =>
  change(by, id, needs, async (_tx, earlier) => {
    if (earlier.removedAt !== null) return null
    const next = { ...earlier, removedAt: needs.clock.now() }
    return { next, deed: { act: 'shortcuts.removed', before: inWords(earlier) } }
  })

/**
 * Brings a removed shortcut back.
 *
 * @refuses request.not-found | access.refused | access.inactive | shortcuts.key-taken | shortcuts.too-many
 */
export const restoreShortcut = (by: Actor, id: ShortcutId, needs: ShortcutNeeds): Promise<Shortcut> =>
  change(by, id, needs, async (tx, earlier) => {
    if (earlier.removedAt === null) return null
    if (!isRestorable(earlier, needs.clock.now())) throw refusal('request.not-found')
    await subAccountOf(tx, earlier)
    const others = await listOf(tx, earlier)
    refuseTakenKey(others, earlier.key)
    refuseOneMore(others)
    return { next: { ...earlier, removedAt: null }, deed: { act: 'shortcuts.restored' } }
  })

const withoutIt =
  ({ id }: Shortcut) =>
  (other: Shortcut) =>
    other.id !== id

type Changing = (
  tx: OrganisationTransaction,
  earlier: Shortcut,
) => Promise<{ next: Shortcut; deed: Omit<Deed, 'target'> } | null>

/** One change of one shortcut: held, decided, written, told. `changing` hands back null when there is nothing to change. */
async function change(by: Actor, id: ShortcutId, needs: ShortcutNeeds, changing: Changing): Promise<Shortcut> {
  return needs.database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    authorise(actor, 'shortcuts.list', null)
    const earlier = await lockShortcut(tx, id)
    if (!earlier) throw refusal('request.not-found')
    authorise(actor, 'shortcuts.change', earlier)
    const changed = await changing(tx, earlier)
    if (!changed) return earlier
    const next = { ...changed.next, version: earlier.version + 1 }
    await saveShortcut(tx, next)
    needs.events.append(tx, shortcutsChanged(next))
    if (next.agentId === null) recordDeed(tx, actor, { ...changed.deed, target: asTarget(next) }, needs)
    return next
  })
}
