import type { Selectable } from 'kysely'
import type { OrganisationId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Tables } from '#server/platform/database/tables.ts'
import type { PasswordHash } from './passwords/hash.ts'
import type { User } from './user.ts'

/** Whether it was inserted: false when the address has an account. */
export async function insertUser(
  tx: Transaction,
  user: Omit<User, 'name' | 'emailProvenAt'> & { emailIsProven: boolean },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('users')
    .values({
      id: user.id,
      email: user.email,
      first_name: user.firstName,
      last_name: user.lastName,
      locale: user.locale,
      password_hash: user.passwordHash,
      email_proven_at: user.emailIsProven ? now : null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function findUser(tx: Transaction, userId: UserId): Promise<User | undefined> {
  const row = await tx.db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst()
  return row && toUser(row)
}

export async function findUserByEmail(tx: Transaction, email: string): Promise<User | undefined> {
  const row = await tx.db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst()
  return row && toUser(row)
}

/** As it stands now, and stays until the commit. */
export async function holdUser(tx: Transaction, userId: UserId): Promise<User | undefined> {
  const row = await tx.db.selectFrom('users').selectAll().where('id', '=', userId).forShare().executeTakeFirst()
  return row && toUser(row)
}

/** The same, for whoever changes more than a column: others who would change it wait. */
export async function lockUser(tx: Transaction, userId: UserId): Promise<User | undefined> {
  const row = await tx.db.selectFrom('users').selectAll().where('id', '=', userId).forNoKeyUpdate().executeTakeFirst()
  return row && toUser(row)
}

/** An account that other organisations may trust: somebody has chosen its password behind a link that only its mailbox held. */
export async function holdProvenUser(tx: Transaction, email: string): Promise<User | undefined> {
  const row = await tx.db
    .selectFrom('users')
    .selectAll()
    .where('email', '=', email)
    .where('email_proven_at', 'is not', null)
    .forShare()
    .executeTakeFirst()
  return row && toUser(row)
}

/** Another address, proven now; false when it belongs to somebody else. */
export async function writeEmail(tx: Transaction, userId: UserId, email: string, now: Date): Promise<boolean> {
  const other = await findUserByEmail(tx, email)
  if (other && other.id !== userId) return false
  await tx.db.updateTable('users').set({ email, email_proven_at: now }).where('id', '=', userId).execute()
  return true
}

/** Whether it was this hash until now: of two changes at once the second has proven an old password. */
export async function replacePasswordHash(
  tx: Transaction,
  userId: UserId,
  change: { from: PasswordHash; to: PasswordHash },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('users')
    .set({ password_hash: change.to })
    .where('id', '=', userId)
    .where('password_hash', '=', change.from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function setPasswordHash(tx: Transaction, userId: UserId, passwordHash: PasswordHash): Promise<void> {
  await tx.db.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', userId).execute()
}

/** A password chosen behind a link that only the mailbox held: from then on the address is proven. */
export async function setProvenPasswordHash(
  tx: Transaction,
  userId: UserId,
  { passwordHash, now }: { passwordHash: PasswordHash; now: Date },
): Promise<void> {
  await tx.db
    .updateTable('users')
    .set((eb) => ({ password_hash: passwordHash, email_proven_at: eb.fn.coalesce('email_proven_at', eb.val(now)) }))
    .where('id', '=', userId)
    .execute()
}

export async function setProfile(
  tx: Transaction,
  userId: UserId,
  { firstName, lastName, locale }: Pick<User, 'firstName' | 'lastName' | 'locale'>,
) {
  await tx.db
    .updateTable('users')
    .set({ first_name: firstName, last_name: lastName, locale })
    .where('id', '=', userId)
    .execute()
}

/** The organisations a person belongs to, from the directory that the agents' room keeps. */
export async function listMemberships(tx: Transaction, userId: UserId): Promise<OrganisationId[]> {
  const rows = await tx.db
    .selectFrom('memberships')
    .select('organisation_id')
    .where('user_id', '=', userId)
    .orderBy('organisation_id')
    .execute()
  return rows.map((row) => row.organisation_id)
}

const toUser = (row: Selectable<Tables['users']>): User => ({
  id: row.id,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  name: row.name,
  locale: row.locale,
  // Written by this room alone.
  passwordHash: row.password_hash as PasswordHash,
  emailProvenAt: row.email_proven_at,
})
