import type { Transaction } from '#server/platform/database/database.ts'
import type { SignUp } from './sign-up.ts'

/** Takes the place of an earlier wish of the address, whose link is dead from then on. */
export async function replaceSignUp(tx: Transaction, signUp: SignUp, tokenHash: Buffer): Promise<void> {
  const fresh = {
    token_hash: tokenHash,
    first_name: signUp.firstName,
    last_name: signUp.lastName,
    organisation_name: signUp.organisationName,
    locale: signUp.locale,
    created_at: signUp.createdAt,
    expires_at: signUp.expiresAt,
  }
  await tx.db
    .insertInto('sign_ups')
    .values({ ...fresh, email: signUp.email })
    .onConflict((conflict) => conflict.column('email').doUpdateSet(fresh))
    .execute()
}

export async function findSignUp(tx: Transaction, tokenHash: Buffer): Promise<SignUp | undefined> {
  return tx.db
    .selectFrom('sign_ups')
    .select([
      'email',
      'first_name as firstName',
      'last_name as lastName',
      'organisation_name as organisationName',
      'locale',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** Uses a link up; false when it was used or replaced meanwhile. */
export async function takeSignUp(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('sign_ups')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Wishes of strangers who never came back; the link says for a while that it has expired. */
export async function dropStaleSignUps(tx: Transaction, before: Date): Promise<void> {
  await tx.db.deleteFrom('sign_ups').where('expires_at', '<', before).execute()
}
