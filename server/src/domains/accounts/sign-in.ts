import type { SignIn } from '#contract/accounts.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { originOf } from '../callers.ts'
import type { Guesses } from './guesses.ts'
import { tellJournal } from './journal.ts'
import { recogniseBrowser } from './known-browser.ts'
import { hashPassword, nobodysHash, verifyPassword } from './passwords/hash.ts'
import { type StartedSession, startSession } from './sessions/start-session.ts'
import { findUserByEmail, holdUser, replacePasswordHash } from './store.ts'

/**
 * Signs a person in by e-mail and password. Unknown addresses get the same refusal after the same work; guesses are limited
 * (guesses.ts).
 *
 * @refuses accounts.sign-in-refused | request.too-many
 */
export async function signIn(
  wish: SignIn,
  knock: Knock,
  needs: Pick<Platform, 'database' | 'clock' | 'ids' | 'jobs' | 'signals'> & { guesses: Guesses },
): Promise<StartedSession> {
  const { database, guesses } = needs
  const user = await database.directory((tx) => findUserByEmail(tx, wish.email))
  const kept = user?.passwordHash ?? nobodysHash()
  const guess = {
    email: wish.email,
    address: knock.address,
    browser: recogniseBrowser(knock, { email: wish.email, passwordHash: kept }),
  }
  await guesses.take(guess)
  const { right, outdated } = await verifyPassword(wish.password, kept)
  if (!user || !right) {
    // Of unknown addresses too: nobody learns by the time it takes.
    const { email } = wish
    await database.directory((tx) =>
      tellJournal(tx, { act: 'sign-in.refused', person: { email }, origin: originOf(knock) }, needs),
    )
    throw refusal('accounts.sign-in-refused')
  }
  await guesses.giveBack(guess)
  const fresh = outdated ? await hashPassword(wish.password) : null

  return database.directory(async (tx) => {
    if (fresh) await replacePasswordHash(tx, user.id, { from: kept, to: fresh })
    // Held until the commit: a reset that came first has made this an old password, one that comes after finds the session to end.
    const held = await holdUser(tx, user.id)
    if (held?.passwordHash !== (fresh ?? kept)) throw refusal('accounts.sign-in-refused')
    return startSession(tx, { userId: user.id, remember: wish.remember, knock }, needs)
  })
}
