import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import type { Origin } from '../../callers.ts'
import { endApiKeysOf } from '../api-keys/end-api-keys.ts'
import { tellJournal } from '../journal.ts'
import { type KnownBrowser, knownBrowserOf } from '../known-browser.ts'
import { choosePassword } from '../passwords/choose-password.ts'
import { endSessionsOf } from '../sessions/end-sessions.ts'
import { findUser, lockUser, setPasswordHash } from '../store.ts'
import { setEmail } from './set-email.ts'
import { findObjection, takeObjection } from './store.ts'

/**
 * Says no to a change of address, by the link in the letter to the old one: before or after it happened. The address is the old one
 * again, a new password is chosen, since somebody else knew the earlier one, and every session and key ends.
 *
 * @refuses accounts.link-unknown | accounts.link-expired | accounts.email-taken
 *   | accounts.password-too-short | accounts.password-too-common
 */
export async function objectToEmailChange(
  wish: { token: string; password: string; origin: Origin },
  needs: Pick<Platform, 'database' | 'clock' | 'ids' | 'jobs' | 'signals'>,
): Promise<{ email: string; browser: KnownBrowser }> {
  const { database, clock, signals } = needs
  const tokenHash = hashToken(wish.token)
  const { objection, known } = await database.directory(async (tx) => {
    const objection = await findObjection(tx, tokenHash)
    const known = objection && (await findUser(tx, objection.userId))
    if (!known) throw refusal('accounts.link-unknown')
    if (objection.expiresAt <= clock.now()) throw refusal('accounts.link-expired')
    return { objection, known }
  })
  const { email } = objection
  const passwordHash = await choosePassword(wish.password, { about: [email, known.name], field: 'password' })

  return database.directory(async (tx) => {
    const user = await lockUser(tx, known.id)
    if (!user || !(await takeObjection(tx, tokenHash))) throw refusal('accounts.link-unknown')
    await setEmail(tx, user, { email, origin: wish.origin }, needs)
    await setPasswordHash(tx, user.id, passwordHash)
    const browsers = await endSessionsOf(tx, { userId: user.id }, { signals })
    await endApiKeysOf(tx, user.id, { signals })
    await tellJournal(
      tx,
      { act: 'accounts.password-reset', person: { userId: user.id }, origin: wish.origin, after: { browsers } },
      needs,
    )
    return { email, browser: knownBrowserOf({ email, passwordHash }) }
  })
}
