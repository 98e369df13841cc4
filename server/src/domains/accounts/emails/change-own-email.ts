import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { SignedInUser } from '../../callers.ts'
import type { Guesses } from '../guesses.ts'
import { dropUnsentLetters } from '../letters/store.ts'
import { provePassword } from '../passwords/prove-password.ts'
import { requestEmailChange } from './request-email-change.ts'
import { deleteChange, findChangeOf } from './store.ts'

type Needs = Pick<Platform, 'database' | 'clock' | 'ids' | 'jobs' | 'publicUrl'>

/**
 * Asks for another address for oneself, with the present password. It changes once the link is followed.
 *
 * @refuses accounts.password-wrong | accounts.email-same | request.too-many
 */
export async function changeOwnEmail(
  caller: SignedInUser,
  wish: { email: string; password: string },
  needs: Needs & { guesses: Guesses },
): Promise<void> {
  await provePassword(caller.userId, { password: wish.password, field: 'password' }, needs)
  await needs.database.directory((tx) =>
    requestEmailChange(tx, { userId: caller.userId, email: wish.email, askedBy: null }, needs),
  )
}

/** Sends the link once more: a fresh one, for another day. @refuses request.not-found | request.too-many */
export async function resendEmailChange({ userId }: SignedInUser, needs: Needs): Promise<void> {
  await needs.database.directory(async (tx) => {
    const change = await findChangeOf(tx, userId)
    // What an administrator asked for is theirs to repeat.
    if (!change || change.askedIn !== null) throw refusal('request.not-found')
    await requestEmailChange(tx, { userId, email: change.email, askedBy: null }, needs)
  })
}

/** Lets the address be, whoever asked. Done already when nothing waits. */
export async function cancelEmailChange(
  { userId }: SignedInUser,
  { database }: Pick<Platform, 'database'>,
): Promise<void> {
  await database.directory(async (tx) => {
    if (await deleteChange(tx, userId)) await dropUnsentLetters(tx, userId, ['email-change'])
  })
}
