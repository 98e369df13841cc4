import type { SessionId } from '#contract/ids.ts'
import type { Knock } from '#server/platform/http/door.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import { type Anyone, originOf, type SignedInUser } from '../../callers.ts'
import { sessionCookie } from './cookie.ts'
import { endOfSilence, isSeenAnew } from './session.ts'
import { findSession, findSessionByToken, setSeen } from './store.ts'

type Needs = Pick<Platform, 'database' | 'clock'>

/** Nobody in particular, or somebody who happens to be signed in. */
export const recogniseAnyone =
  ({ database, clock }: Needs) =>
  async (knock: Knock): Promise<Anyone> => {
    const token = knock.cookie(sessionCookie)
    if (token === undefined) return { session: null }
    const now = clock.now()
    return database.directory(async (tx) => {
      const session = await findSessionByToken(tx, hashToken(token), now)
      if (!session) return { session: null }
      if (isSeenAnew(session, now))
        await setSeen(tx, session.id, { lastSeenAt: now, expiresAt: endOfSilence(session.remembered, now) })
      return { session: asSignedIn(session, knock) }
    })
  }

/** The person whose cookie this is. @refuses accounts.sign-in-required */
export const recogniseUser = (needs: Needs) => {
  const recognise = recogniseAnyone(needs)
  return async (knock: Knock): Promise<SignedInUser> => {
    const { session } = await recognise(knock)
    if (!session) throw refusal('accounts.sign-in-required')
    return session
  }
}

/** Whether a sign-in that something rests on (a socket, a poll) is still one. */
export const sessionStands =
  ({ database, clock }: Needs) =>
  async ({ sessionId }: { sessionId: SessionId }): Promise<boolean> =>
    (await database.directory((tx) => findSession(tx, sessionId, clock.now()))) !== undefined

const asSignedIn = (session: { id: SessionId; userId: SignedInUser['userId'] }, knock: Knock): SignedInUser => ({
  userId: session.userId,
  sessionId: session.id,
  origin: originOf(knock),
  limitKey: `user ${session.userId}`,
})
