import { limits } from '#contract/limits.ts'
import { refusal } from '#server/platform/refusal.ts'
import { expectedWords, isMostlyExpected } from './expected-words.ts'
import { hashPassword, type PasswordHash } from './hash.ts'
import { guessesLog10 } from './strength.ts'

/** Fewer guesses than 10^10 are a matter of days for somebody who has stolen the hashes, and of luck for anybody else. */
const guessesLog10AtLeast = 10

/**
 * Takes a new password: 15 characters or more (no rule on which ones), not one that is commonly used, seen in breaches, or
 * made of what is known about the person. Called before the transaction that keeps it, for it takes its time.
 *
 * `about`: e-mail address, name, organisation. `field`: where a refusal points in the body.
 * @refuses accounts.password-too-short | accounts.password-too-common | request.unavailable
 */
export async function choosePassword(
  password: string,
  { about, field }: { about: string[]; field: string },
): Promise<PasswordHash> {
  // SP 800-63B-4 counts code points, as people count characters.
  if ([...password].length < limits.passwordMinLength) throw refusal('accounts.password-too-short', { field })
  const text = password.normalize('NFKC')
  const expected = expectedWords(about)
  if (isMostlyExpected(text, expected) || (await guessesLog10(text, expected)) < guessesLog10AtLeast)
    throw refusal('accounts.password-too-common', { field })
  return hashPassword(password)
}
