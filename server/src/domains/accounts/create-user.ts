import type { UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { insertUser } from './store.ts'
import type { User } from './user.ts'

/**
 * Makes an identity, inside the transaction of whatever brought the person. An address is proven by
 * the set-up and by the link of an invitation, not by somebody else who typed it.
 * Null: the address has an account already.
 */
export async function createUser(
  tx: Transaction,
  person: Omit<User, 'id' | 'name' | 'emailProvenAt'> & { emailIsProven: boolean },
  { clock, ids }: Pick<Platform, 'clock' | 'ids'>,
): Promise<UserId | null> {
  const id = ids.user()
  return (await insertUser(tx, { ...person, id }, clock.now())) ? id : null
}
