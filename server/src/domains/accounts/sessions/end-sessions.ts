import type { SessionId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { deleteSession, deleteSessions, deleteStaleSessions } from './store.ts'

type Needs = Pick<Platform, 'signals'>

/** Signs one browser out. After the commit its sockets are closed. */
export async function endSession(
  tx: Transaction,
  session: { id: SessionId; userId: UserId },
  { signals }: Needs,
): Promise<void> {
  tell(tx, session.userId, await deleteSession(tx, session.id), signals)
}

/** Signs all browsers of a person out, or all but one; says how many. After the commit their sockets are closed. */
export async function endSessionsOf(
  tx: Transaction,
  { userId, but }: { userId: UserId; but?: SessionId },
  { signals }: Needs,
): Promise<number> {
  const ended = await deleteSessions(tx, userId, but)
  tell(tx, userId, ended, signals)
  return ended.length
}

/** Clears away what is over, and what is beyond the number of browsers that anybody has. */
export async function endStaleSessions(
  tx: Transaction,
  { userId, now }: { userId: UserId; now: Date },
  { signals }: Needs,
): Promise<void> {
  tell(tx, userId, await deleteStaleSessions(tx, userId, now), signals)
}

function tell(tx: Transaction, userId: UserId, sessionIds: SessionId[], signals: Platform['signals']): void {
  if (sessionIds.length > 0) tx.afterCommit(() => signals.emit('sessions-ended', { userId, sessionIds }))
}
