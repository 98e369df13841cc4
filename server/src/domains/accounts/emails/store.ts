import { sql } from 'kysely'
import type { OrganisationId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'

/** An address that waits to be proven. */
export interface EmailChange {
  userId: UserId
  /** The new one, lower-cased. */
  email: string
  /** Where an administrator asked for it; null: they asked themselves. */
  askedIn: OrganisationId | null
  createdAt: Date
  expiresAt: Date
}

/** What an old mailbox may still say no with. */
export interface Objection {
  userId: UserId
  /** The address it was written to: the account's again, once objected. */
  email: string
  createdAt: Date
  expiresAt: Date
}

/** Takes the place of an earlier change, whose link is dead from then on. */
export async function replaceChange(tx: Transaction, change: EmailChange, tokenHash: Buffer): Promise<void> {
  const fresh = {
    email: change.email,
    token_hash: tokenHash,
    organisation_id: change.askedIn,
    created_at: change.createdAt,
    expires_at: change.expiresAt,
  }
  await tx.db
    .insertInto('email_changes')
    .values({ ...fresh, user_id: change.userId })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(fresh))
    .execute()
}

export async function findChange(tx: Transaction, tokenHash: Buffer): Promise<EmailChange | undefined> {
  return changes(tx).where('token_hash', '=', tokenHash).executeTakeFirst()
}

export async function findChangeOf(tx: Transaction, userId: UserId): Promise<EmailChange | undefined> {
  return changes(tx).where('user_id', '=', userId).executeTakeFirst()
}

/** Those an administrator of the organisation asked for and that still wait, by person. */
export async function listChangesAskedIn(
  tx: Transaction,
  organisationId: OrganisationId,
  now: Date,
): Promise<Map<UserId, string>> {
  const rows = await changes(tx).where('organisation_id', '=', organisationId).where('expires_at', '>', now).execute()
  return new Map(rows.map(({ userId, email }) => [userId, email]))
}

/** Uses a link up; false when it was used or replaced meanwhile. */
export async function takeChange(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('email_changes')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Its link is dead. Whether there was one. */
export async function deleteChange(tx: Transaction, userId: UserId): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('email_changes')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export async function insertObjection(tx: Transaction, objection: Objection, tokenHash: Buffer): Promise<void> {
  await tx.db
    .deleteFrom('email_objections')
    .where('user_id', '=', objection.userId)
    .where('expires_at', '<=', objection.createdAt)
    .execute()
  await tx.db
    .insertInto('email_objections')
    .values({
      token_hash: tokenHash,
      user_id: objection.userId,
      email: objection.email,
      created_at: objection.createdAt,
      expires_at: objection.expiresAt,
    })
    .execute()
}

export async function findObjection(tx: Transaction, tokenHash: Buffer): Promise<Objection | undefined> {
  return tx.db
    .selectFrom('email_objections')
    .select(['user_id as userId', 'email', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** Uses an objection up, and with it those that were given out later: they went where it says that nobody should have. */
export async function takeObjection(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('email_objections as theirs')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('email_objections as this')
          .select('this.user_id')
          .where('this.token_hash', '=', tokenHash)
          .whereRef('this.user_id', '=', 'theirs.user_id')
          .where(sql<boolean>`this.created_at <= theirs.created_at`),
      ),
    )
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

const changes = (tx: Transaction) =>
  tx.db
    .selectFrom('email_changes')
    .select([
      'user_id as userId',
      'email',
      'organisation_id as askedIn',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
