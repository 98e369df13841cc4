import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import { refuseClosed, type SignUp, type SignUpSetting } from './sign-up.ts'
import { findSignUp } from './store.ts'

/** What a link is about to make. @refuses sign-up.closed | accounts.link-unknown | accounts.link-expired */
export async function viewSignUp(
  token: string,
  needs: Pick<Platform, 'database' | 'clock'> & SignUpSetting,
): Promise<Pick<SignUp, 'firstName' | 'organisationName' | 'email'>> {
  await refuseClosed(needs)
  const { firstName, organisationName, email } = await needs.database.directory((tx) =>
    followLink(tx, hashToken(token), needs),
  )
  return { firstName, organisationName, email }
}

/** Unknown, used, replaced, blank, cut short: one answer. @refuses accounts.link-unknown | accounts.link-expired */
export async function followLink(
  tx: Transaction,
  tokenHash: Buffer,
  { clock }: Pick<Platform, 'clock'>,
): Promise<SignUp> {
  const signUp = await findSignUp(tx, tokenHash)
  if (!signUp) throw refusal('accounts.link-unknown')
  if (signUp.expiresAt <= clock.now()) throw refusal('accounts.link-expired')
  return signUp
}
