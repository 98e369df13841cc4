import type { AgentId, OrganisationId, UserId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { recordDeed } from '../journal/index.ts'

export const erasureJob = 'accounts.erase'

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'>

/** Erases an account soon after the commit, if it belongs nowhere then. */
export const erase = (tx: Transaction, userId: UserId, { jobs }: Pick<Platform, 'jobs'>): Promise<void> =>
  jobs.enqueue(tx, erasureJob, { userId })

/**
 * Erases the account of somebody who belongs nowhere: identity, sessions, keys, links and letters are gone, and so are the
 * address, the description and the photo that organisations kept of them. What they wrote stays under their name. Nothing is done to an account that
 * belongs somewhere after all.
 */
export async function eraseAccount(userId: UserId, needs: Needs): Promise<void> {
  const once = await needs.database.asOwner(async ({ db }) => {
    // Whoever takes them in meanwhile holds the row, or finds it gone.
    const user = await db.selectFrom('users').select('id').where('id', '=', userId).forUpdate().executeTakeFirst()
    if (!user) return []
    const belongs = await db
      .selectFrom('memberships')
      .select('user_id')
      .where('user_id', '=', userId)
      .executeTakeFirst()
    if (belongs) return []
    const agents = await db
      .selectFrom('agents')
      .select(['organisation_id', 'id', 'name', 'photo_id'])
      .where('user_id', '=', userId)
      .execute()
    for (const { organisation_id, id, photo_id } of agents) {
      await db
        .updateTable('agents')
        .set({ user_id: null, email: '', description: '', photo_id: null })
        .where('organisation_id', '=', organisation_id)
        .where('id', '=', id)
        .execute()
      if (photo_id)
        await db
          .deleteFrom('photos')
          .where('organisation_id', '=', organisation_id)
          .where('id', '=', photo_id)
          .execute()
    }
    await db.deleteFrom('users').where('id', '=', userId).execute()
    return agents
  })
  for (const agent of once) await tellJournalOf(agent, needs)
}

async function tellJournalOf(
  { organisation_id, id, name }: { organisation_id: OrganisationId; id: AgentId; name: string },
  needs: Needs,
): Promise<void> {
  await needs.database.transaction(organisation_id, async (tx) =>
    recordDeed(tx, 'system', { act: 'accounts.erased', target: { kind: 'agent', id, name } }, needs),
  )
}

/** Accounts that belong nowhere and can no longer be brought back anywhere. For whoever keeps the house, now and then. */
export async function eraseForsakenAccounts(needs: Needs): Promise<void> {
  const before = new Date(needs.clock.now().getTime() - times.restorableForMs)
  const forsaken = await needs.database.asOwner(({ db }) =>
    db
      .selectFrom('users')
      .select('id')
      .where('created_at', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('memberships').select('user_id').whereRef('memberships.user_id', '=', 'users.id'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('agents')
              .select('id')
              .whereRef('agents.user_id', '=', 'users.id')
              .where('removed_at', '>=', before),
          ),
        ),
      )
      .execute(),
  )
  for (const { id } of forsaken) await eraseAccount(id, needs)
}
