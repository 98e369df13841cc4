import type { UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'

/** An open link to a new password. */
export interface Reset {
  userId: UserId
  createdAt: Date
  expiresAt: Date
}

/** Takes the place of an earlier link, which is dead from then on. */
export async function replaceReset(tx: Transaction, reset: Reset, tokenHash: Buffer): Promise<void> {
  const fresh = { token_hash: tokenHash, created_at: reset.createdAt, expires_at: reset.expiresAt }
  await tx.db
    .insertInto('password_resets')
    .values({ ...fresh, user_id: reset.userId })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(fresh))
    .execute()
}

export async function findReset(tx: Transaction, tokenHash: Buffer): Promise<Reset | undefined> {
  const row = await tx.db
    .selectFrom('password_resets')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && { userId: row.user_id, createdAt: row.created_at, expiresAt: row.expires_at }
}

export async function findResetOf(tx: Transaction, userId: UserId): Promise<Reset | undefined> {
  const row = await tx.db.selectFrom('password_resets').selectAll().where('user_id', '=', userId).executeTakeFirst()
  return row && { userId: row.user_id, createdAt: row.created_at, expiresAt: row.expires_at }
}

/** Uses a link up; false when somebody else has, or it was replaced. */
export async function takeReset(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('password_resets')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export async function deleteResets(tx: Transaction, userId: UserId): Promise<void> {
  await tx.db.deleteFrom('password_resets').where('user_id', '=', userId).execute()
}
