import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import type { Anyone, Origin } from '../../callers.ts'
import { endApiKeysOf } from '../api-keys/end-api-keys.ts'
import { type KnownBrowser, knownBrowserOf } from '../known-browser.ts'
import { choosePassword } from '../passwords/choose-password.ts'
import type { PasswordHash } from '../passwords/hash.ts'
import { endSessionsOf } from '../sessions/end-sessions.ts'
import { findUser, listMemberships, lockUser, setPasswordHash } from '../store.ts'
import type { User } from '../user.ts'
import { setEmail } from './set-email.ts'
import { type EmailChange, findChange, takeChange } from './store.ts'

type Needs = Pick<Platform, 'database' | 'clock' | 'ids' | 'jobs' | 'signals'>

/** What the link to a new address asks of whoever follows it. @refuses accounts.link-unknown | accounts.link-expired */
export async function viewEmailChange(
  token: string,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): Promise<{ email: string; password: 'kept' | 'new' }> {
  const { change, user } = await database.directory((tx) => followLink(tx, hashToken(token), clock.now()))
  return { email: change.email, password: user.emailProvenAt === null ? 'new' : 'kept' }
}

/**
 * Follows the link to a new address, once: from then on it is the account's, and proven. No sign-in is needed. Every session but the
 * follower's own ends.
 *
 * An account that nobody has proven yet gets a new password with it, and its API keys end: whoever had the old one was not
 * known to own any mailbox (decision 0014).
 *
 * @refuses accounts.link-unknown | accounts.link-expired | accounts.email-taken | request.invalid
 *   | accounts.password-too-short | accounts.password-too-common
 */
export async function confirmEmailChange(
  wish: { token: string; password: string | null; origin: Origin },
  { session }: Anyone,
  needs: Needs,
): Promise<{ email: string; browser: KnownBrowser | null }> {
  const { database, clock, signals } = needs
  const tokenHash = hashToken(wish.token)
  const followed = await database.directory((tx) => followLink(tx, tokenHash, clock.now()))
  const fresh = followed.user.emailProvenAt === null ? await newPassword(wish.password, followed) : null

  return database.directory(async (tx) => {
    const user = await lockUser(tx, followed.user.id)
    const { change } = await followLink(tx, tokenHash, clock.now())
    if (!user || !(await takeChange(tx, tokenHash))) throw refusal('accounts.link-unknown')
    await setEmail(tx, user, { email: change.email, origin: wish.origin }, needs)
    if (fresh) {
      await setPasswordHash(tx, user.id, fresh)
      await endApiKeysOf(tx, user.id, { signals })
    }
    const own = session?.userId === user.id && !fresh ? session.sessionId : undefined
    await endSessionsOf(tx, { userId: user.id, but: own }, { signals })
    const passwordHash = fresh ?? user.passwordHash
    return {
      email: change.email,
      browser: own || fresh ? knownBrowserOf({ email: change.email, passwordHash }) : null,
    }
  })
}

async function newPassword(password: string | null, { change, user }: Followed): Promise<PasswordHash> {
  if (password === null)
    throw refusal('request.invalid', {
      field: 'password',
      details: { fields: [{ field: 'password', problem: 'missing' }] },
    })
  return choosePassword(password, { about: [change.email, user.email, user.name], field: 'password' })
}

interface Followed {
  change: EmailChange
  user: User
}

/** Unknown, used, replaced, blank, cut short: one answer. */
async function followLink(tx: Transaction, tokenHash: Buffer, now: Date): Promise<Followed> {
  const change = await findChange(tx, tokenHash)
  const user = change && (await findUser(tx, change.userId))
  if (!user) throw refusal('accounts.link-unknown')
  if (change.expiresAt <= now) throw refusal('accounts.link-expired')
  // An administrator's say ended when the person came to belong elsewhere too.
  if (change.askedIn !== null && (await listMemberships(tx, user.id)).some((one) => one !== change.askedIn))
    throw refusal('accounts.link-unknown')
  return { change, user }
}
