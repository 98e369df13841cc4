import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { SignedInUser } from '../../callers.ts'
import { endApiKeysOf } from '../api-keys/end-api-keys.ts'
import { deleteChange } from '../emails/store.ts'
import type { Guesses } from '../guesses.ts'
import { tellJournal } from '../journal.ts'
import { type KnownBrowser, knownBrowserOf } from '../known-browser.ts'
import { dropUnsentLetters } from '../letters/store.ts'
import { endSessionsOf } from '../sessions/end-sessions.ts'
import { signedIn, wordsAbout } from '../signed-in.ts'
import { replacePasswordHash } from '../store.ts'
import { choosePassword } from './choose-password.ts'
import { provePassword } from './prove-password.ts'
import { deleteResets } from './store.ts'

/**
 * Changes one's own password. The other sessions and all API keys end, open links to a new password or address die, and browsers known by the old one
 * become strangers: only this one is told the new proof.
 *
 * @refuses accounts.password-wrong | accounts.password-too-short | accounts.password-too-common | request.too-many
 */
export async function changePassword(
  caller: SignedInUser,
  wish: { current: string; next: string },
  needs: Pick<Platform, 'database' | 'signals' | 'jobs' | 'clock' | 'ids'> & { guesses: Guesses },
): Promise<KnownBrowser> {
  const { database, signals } = needs
  const user = await provePassword(caller.userId, { password: wish.current, field: 'current' }, needs)
  const about = wordsAbout(await signedIn(user.id, needs))
  const next = await choosePassword(wish.next, { about, field: 'next' })

  await database.directory(async (tx) => {
    const replaced = await replacePasswordHash(tx, user.id, { from: user.passwordHash, to: next })
    if (!replaced) throw refusal('accounts.password-wrong', { field: 'current' })
    await deleteResets(tx, user.id)
    await deleteChange(tx, user.id)
    await dropUnsentLetters(tx, user.id, ['password-reset', 'email-change'])
    const browsers = await endSessionsOf(tx, { userId: user.id, but: caller.sessionId }, { signals })
    await endApiKeysOf(tx, user.id, { signals })
    const { origin } = caller
    await tellJournal(
      tx,
      { act: 'accounts.password-changed', person: { userId: user.id }, origin, after: { browsers } },
      needs,
    )
  })
  return knownBrowserOf({ email: user.email, passwordHash: next })
}
