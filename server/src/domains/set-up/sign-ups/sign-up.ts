import type { Locale } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { isSetUpNeeded } from '../set-up-organisation.ts'

/** An organisation that a stranger wants to make, once they have proven their address. */
export interface SignUp {
  /** Lower-cased. */
  email: string
  firstName: string
  /** Empty for people of one name. */
  lastName: string
  organisationName: string
  locale: Locale
  createdAt: Date
  expiresAt: Date
}

/** Whether the operator lets strangers make organisations. */
export interface SignUpSetting {
  signUp: 'closed' | 'open'
}

type Needs = Pick<Platform, 'database'> & SignUpSetting

/** Never before the operator has made the first one. */
export const isSignUpOpen = async ({ signUp, database }: Needs): Promise<boolean> =>
  signUp === 'open' && !(await isSetUpNeeded({ database }))

/** @refuses sign-up.closed */
export async function refuseClosed(needs: Needs): Promise<void> {
  if (!(await isSignUpOpen(needs))) throw refusal('sign-up.closed')
}
