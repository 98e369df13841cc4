import type { Preferences } from '#contract/preferences.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { findSubAccount } from '../sub-accounts/index.ts'
import { savePreferences } from './store.ts'

/** Keeps what somebody chose for their own console. @refuses request.not-found for a sub-account out of their reach */
export async function changePreferences(
  by: Actor,
  preferences: Preferences,
  { database }: Pick<Platform, 'database'>,
): Promise<void> {
  const { shownSubAccountId: subAccountId } = preferences
  await database.transaction(by.organisationId, async (tx) => {
    const actor = await holdActor(tx, by)
    if (subAccountId !== null) {
      authorise(actor, 'sub-accounts.read', { subAccountId })
      const shown = await findSubAccount(tx, subAccountId)
      if (shown?.archivedAt !== null) throw refusal('request.not-found')
    }
    await savePreferences(tx, actor.agentId, preferences)
  })
}
