import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { listWithArchived } from './store.ts'
import type { SubAccount } from './sub-account.ts'

/** The actor as they stand inside the transaction: a later room's, so handed in. */
export type HoldActor = (tx: OrganisationTransaction, actor: Actor) => Promise<Actor>

export type SubAccountNeeds = Pick<Platform, 'database' | 'events' | 'clock' | 'ids'> & { holdActor: HoldActor }

/**
 * What every change of sub-accounts begins with: the organisation held, so that names stay unique and the last one stays, then the
 * actor, and all sub-accounts as they are.
 *
 * @refuses access.refused
 */
export async function holdSubAccounts(
  tx: OrganisationTransaction,
  by: Actor,
  { holdActor }: Pick<SubAccountNeeds, 'holdActor'>,
): Promise<{ actor: Actor; all: SubAccount[] }> {
  await lockOrganisation(tx)
  const actor = await holdActor(tx, by)
  authorise(actor, 'sub-accounts.change', null)
  return { actor, all: await listWithArchived(tx) }
}
