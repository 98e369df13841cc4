import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Answering, Knock } from '#server/platform/http/door.ts'
import { newToken } from '#server/platform/secrets.ts'
import type { User } from './user.ts'

/**
 * A browser that has signed in to an account carries the proof of it after signing out, so that strangers who guess at
 * the password use up their own allowance and never the owner's (OWASP calls it a device cookie; see guesses.ts).
 *
 * The proof is keyed by the kept hash, whose random salt nobody outside knows: it needs no table, cannot be made without
 * the database, and a changed password ends it. One cookie for each account, since people share counters.
 */
export interface KnownBrowser {
  cookie: string
  value: string
}

const cookieSeconds = 400 * 24 * 60 * 60

export function knownBrowserOf(user: Pick<User, 'email' | 'passwordHash'>): KnownBrowser {
  const nonce = newToken()
  return { cookie: cookieOf(user.email), value: `${nonce}.${prove(nonce, user).toString('base64url')}` }
}

export const rememberBrowser = (answer: Pick<Answering, 'setCookie'>, { cookie, value }: KnownBrowser): void =>
  answer.setCookie(cookie, value, cookieSeconds)

/** What tells this browser from others of the same account; null for a stranger's. */
export function recogniseBrowser(knock: Knock, user: Pick<User, 'email' | 'passwordHash'>): string | null {
  const [nonce, proof] = knock.cookie(cookieOf(user.email))?.split('.') ?? []
  if (nonce === undefined || proof === undefined) return null
  const given = Buffer.from(proof, 'base64url')
  const right = prove(nonce, user)
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null
}

const cookieOf = (email: string): string =>
  `comptoir_browser_${createHash('sha256').update(email).digest('base64url').slice(0, 12)}`

const prove = (nonce: string, user: Pick<User, 'email' | 'passwordHash'>): Buffer =>
  createHmac('sha256', user.passwordHash).update(`known browser ${user.email} ${nonce}`).digest()
