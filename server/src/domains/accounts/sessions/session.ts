import type { SessionId, UserId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'

/** A signed-in browser. */
export interface Session {
  id: SessionId
  userId: UserId
  /** Whether the person asked to stay signed in: decides how long silence may last. */
  remembered: boolean
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  userAgent: string | null
  address: string | null
}

const seenAtMostEveryMs = 60_000
/** Nobody has more browsers than this: beyond it the one unseen for longest is signed out. */
export const sessionsPerUser = 100

/** When a session ends that is not used after `now`. */
export const endOfSilence = (remembered: boolean, now: Date): Date =>
  new Date(now.getTime() + (remembered ? times.sessionLifetimeMs : times.briefSessionLifetimeMs))

/** Being seen pushes the end forward; written at most once a minute, so that reading stays reading. */
export const isSeenAnew = (session: Pick<Session, 'lastSeenAt'>, now: Date): boolean =>
  now.getTime() - session.lastSeenAt.getTime() >= seenAtMostEveryMs
