import type { ShortcutId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { addUse, lockShortcut } from './store.ts'

/**
 * Counts that somebody took a shortcut into an answer, so that what is used stands first. Told to nobody: lists that are open
 * do not change their order under a hand.
 *
 * @refuses request.not-found | access.refused | access.inactive
 */
export async function countUse(
  by: Actor,
  id: ShortcutId,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): Promise<void> {
  await database.transaction(by.organisationId, async (tx) => {
    const actor = await holdActor(tx, by)
    authorise(actor, 'shortcuts.list', null)
    const shortcut = await lockShortcut(tx, id)
    if (!shortcut || shortcut.removedAt !== null) throw refusal('request.not-found')
    authorise(actor, 'shortcuts.read', shortcut)
    await addUse(tx, id, clock.now())
  })
}
