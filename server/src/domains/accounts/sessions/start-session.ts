import type { UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Answering, Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { originOf } from '../../callers.ts'
import { tellJournal } from '../journal.ts'
import { type KnownBrowser, knownBrowserOf, rememberBrowser } from '../known-browser.ts'
import { tellSignedIn } from '../reactions.ts'
import { holdUser } from '../store.ts'
import { sessionCookie } from './cookie.ts'
import { endSession, endStaleSessions } from './end-sessions.ts'
import { endOfSilence, type Session } from './session.ts'
import { findSessionByToken, insertSession } from './store.ts'

/** What the browser is given once the session is committed. */
export interface StartedSession {
  session: Session
  token: string
  browser: KnownBrowser
}

/**
 * Signs a person in, inside the transaction of whatever proved who they are. A session this browser had before ends.
 * After the commit: `keepSignedIn` gives the browser its cookies, and `onSignedIn` reacts.
 */
export async function startSession(
  tx: Transaction,
  {
    userId,
    remember,
    knock,
  }: { userId: UserId; remember: boolean; knock: Pick<Knock, 'address' | 'userAgent' | 'cookie'> },
  { clock, ids, jobs, signals }: Pick<Platform, 'clock' | 'ids' | 'jobs' | 'signals'>,
): Promise<StartedSession> {
  const now = clock.now()
  const user = await holdUser(tx, userId)
  if (!user) throw new Error('a session for nobody')
  const earlier = knock.cookie(sessionCookie)
  if (earlier !== undefined) {
    const session = await findSessionByToken(tx, hashToken(earlier), now)
    if (session) await endSession(tx, session, { signals })
  }
  await endStaleSessions(tx, { userId, now }, { signals })
  const session: Session = {
    id: ids.session(),
    userId,
    remembered: remember,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: endOfSilence(remember, now),
    userAgent: knock.userAgent,
    address: knock.address,
  }
  const token = newToken()
  await insertSession(tx, session, hashToken(token))
  await tellSignedIn(tx, userId, { jobs })
  await tellJournal(tx, { act: 'sign-in', person: { userId }, origin: originOf(knock) }, { jobs, clock, ids })
  return { session, token, browser: knownBrowserOf(user) }
}

/** The cookie of a session to be remembered outlasts it by far: the server alone decides how long silence may last. */
const cookieSeconds = 400 * 24 * 60 * 60

/** Gives the browser what it needs to stay signed in, and to be known at its next sign-in. */
export function keepSignedIn(answer: Pick<Answering, 'setCookie'>, { session, token, browser }: StartedSession): void {
  answer.setCookie(sessionCookie, token, session.remembered ? cookieSeconds : null)
  rememberBrowser(answer, browser)
}
