import type { Selectable } from 'kysely'
import type { SessionId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import { type Session, sessionsPerUser } from './session.ts'

export async function insertSession(tx: Transaction, session: Session, tokenHash: Buffer): Promise<void> {
  await tx.db
    .insertInto('sessions')
    .values({
      id: session.id,
      user_id: session.userId,
      token_hash: tokenHash,
      remembered: session.remembered,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
      user_agent: session.userAgent,
      address: session.address,
    })
    .execute()
}

/** The session a cookie opens now. */
export async function findSessionByToken(tx: Transaction, tokenHash: Buffer, now: Date): Promise<Session | undefined> {
  const row = await tx.db
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && toSession(row)
}

export async function findSession(tx: Transaction, id: SessionId, now: Date): Promise<Session | undefined> {
  const row = await tx.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && toSession(row)
}

/** Those that stand, the last seen first. */
export async function listSessions(tx: Transaction, userId: UserId, now: Date): Promise<Session[]> {
  const rows = await tx.db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toSession)
}

export async function setSeen(
  tx: Transaction,
  id: SessionId,
  seen: Pick<Session, 'lastSeenAt' | 'expiresAt'>,
): Promise<void> {
  await tx.db
    .updateTable('sessions')
    .set({ last_seen_at: seen.lastSeenAt, expires_at: seen.expiresAt })
    .where('id', '=', id)
    .execute()
}

export async function deleteSession(tx: Transaction, id: SessionId): Promise<SessionId[]> {
  const rows = await tx.db.deleteFrom('sessions').where('id', '=', id).returning('id').execute()
  return rows.map((row) => row.id)
}

/** All of a person's, or all but one; returns which. */
export async function deleteSessions(tx: Transaction, userId: UserId, but?: SessionId): Promise<SessionId[]> {
  let those = tx.db.deleteFrom('sessions').where('user_id', '=', userId)
  if (but !== undefined) those = those.where('id', '<>', but)
  const rows = await those.returning('id').execute()
  return rows.map((row) => row.id)
}

/** Those that are over, and those beyond the number that anybody has; returns which. */
export async function deleteStaleSessions(tx: Transaction, userId: UserId, now: Date): Promise<SessionId[]> {
  const rows = await tx.db
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', now),
        eb(
          'id',
          'in',
          eb
            .selectFrom('sessions as mine')
            .select('mine.id')
            .where('mine.user_id', '=', userId)
            .orderBy('mine.last_seen_at', 'desc')
            .offset(sessionsPerUser - 1),
        ),
      ]),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

const toSession = (row: Selectable<Tables['sessions']>): Session => ({
  id: row.id,
  userId: row.user_id,
  remembered: row.remembered,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
  userAgent: row.user_agent,
  address: row.address,
})
