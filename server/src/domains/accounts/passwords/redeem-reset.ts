import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import type { Origin } from '../../callers.ts'
import { endApiKeysOf } from '../api-keys/end-api-keys.ts'
import { deleteChange } from '../emails/store.ts'
import { tellJournal } from '../journal.ts'
import { type KnownBrowser, knownBrowserOf } from '../known-browser.ts'
import { dropUnsentLetters } from '../letters/store.ts'
import { endSessionsOf } from '../sessions/end-sessions.ts'
import { signedIn, wordsAbout } from '../signed-in.ts'
import { findUser, setProvenPasswordHash } from '../store.ts'
import { choosePassword } from './choose-password.ts'
import { findReset, takeReset } from './store.ts'

/**
 * Sets a new password by the link of a letter, once, which proves the address. Every session and every API key ends, and so does a
 * change of address that waits. The browser becomes a known one, so that its sign-in
 * does not wait behind strangers who guess (guesses.ts).
 *
 * @refuses accounts.link-unknown | accounts.link-expired | accounts.password-too-short | accounts.password-too-common
 */
export async function redeemReset(
  wish: { token: string; password: string; origin: Origin },
  needs: Pick<Platform, 'database' | 'clock' | 'signals' | 'jobs' | 'ids'>,
): Promise<KnownBrowser> {
  const { database, clock, signals } = needs
  const tokenHash = hashToken(wish.token)
  const user = await database.directory(async (tx) => {
    const reset = await findReset(tx, tokenHash)
    if (!reset) throw refusal('accounts.link-unknown')
    if (reset.expiresAt <= clock.now()) throw refusal('accounts.link-expired')
    return findUser(tx, reset.userId)
  })
  if (!user) throw refusal('accounts.link-unknown')
  const about = wordsAbout(await signedIn(user.id, needs))
  const passwordHash = await choosePassword(wish.password, { about, field: 'password' })

  await database.directory(async (tx) => {
    // The user first: a sign-in with the old password under way waits here, or is waited for, and its session ends below.
    await setProvenPasswordHash(tx, user.id, { passwordHash, now: clock.now() })
    if (!(await takeReset(tx, tokenHash))) throw refusal('accounts.link-unknown')
    await deleteChange(tx, user.id)
    await dropUnsentLetters(tx, user.id, ['password-reset', 'confirmation', 'email-change'])
    const browsers = await endSessionsOf(tx, { userId: user.id }, { signals })
    await endApiKeysOf(tx, user.id, { signals })
    const { origin } = wish
    await tellJournal(
      tx,
      { act: 'accounts.password-reset', person: { userId: user.id }, origin, after: { browsers } },
      needs,
    )
  })
  return knownBrowserOf({ email: user.email, passwordHash })
}
