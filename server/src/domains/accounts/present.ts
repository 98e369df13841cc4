import type { SessionForUser } from '#contract/accounts.ts'
import type { SessionId } from '#contract/ids.ts'
import type { Session } from './sessions/session.ts'

/** One of the reader's own sessions. */
export const forOwner = (session: Session, current: SessionId): SessionForUser => ({
  id: session.id,
  current: session.id === current,
  createdAt: session.createdAt.toISOString(),
  lastSeenAt: session.lastSeenAt.toISOString(),
  userAgent: session.userAgent,
  address: session.address,
})
