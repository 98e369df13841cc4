import type { UserId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Guesses } from '../guesses.ts'
import { findUser } from '../store.ts'
import type { User } from '../user.ts'
import { verifyPassword } from './hash.ts'

/**
 * Whoever is signed in tells their present password once more, before what a borrowed browser must not do.
 *
 * @refuses accounts.password-wrong | accounts.sign-in-required | request.too-many
 */
export async function provePassword(
  userId: UserId,
  { password, field }: { password: string; field: string },
  { database, guesses }: Pick<Platform, 'database'> & { guesses: Guesses },
): Promise<User> {
  const user = await database.directory((tx) => findUser(tx, userId))
  if (!user) throw refusal('accounts.sign-in-required')
  await guesses.takeSignedIn(user.id)
  const { right } = await verifyPassword(password, user.passwordHash)
  if (!right) throw refusal('accounts.password-wrong', { field })
  await guesses.giveBackSignedIn(user.id)
  return user
}
