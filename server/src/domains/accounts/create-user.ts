import type { UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { insertUser } from './store.ts'
import type { User } from './user.ts'

/**
 * Makes an identity, inside the transaction of whatever proved the address (set-up, an accepted invitation).
 * Null: the address has an account already.
 */
export async function createUser(
  tx: Transaction,
  person: Omit<User, 'id'>,
  { clock, ids }: Pick<Platform, 'clock' | 'ids'>,
): Promise<UserId | null> {
  const id = ids.user()
  return (await insertUser(tx, { ...person, id }, clock.now())) ? id : null
}
