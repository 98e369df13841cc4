import { SignUp as SignUpWish } from '#contract/accounts.ts'
import { times } from '#contract/limits.ts'
import { linkTo } from '#contract/links.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { letterWords } from '#words/letters.ts'
import { countLetters, findUserByEmail, writeAccountLetter } from '../../accounts/index.ts'
import { refuseClosed, type SignUpSetting } from './sign-up.ts'
import { replaceSignUp } from './store.ts'

export const signUpJob = 'set-up.write-sign-up-letter'

/** Nobody's mailbox is filled by a stranger who asks in its name. */
const lettersPerHour = 5

/**
 * Asks for an organisation of one's own. Known and unknown addresses cost the same here, one job, and get the same answer: which
 * letter it is to be is found out when the job is done.
 *
 * @refuses sign-up.closed
 */
export async function requestSignUp(
  wish: SignUpWish,
  needs: Pick<Platform, 'database' | 'jobs'> & SignUpSetting,
): Promise<void> {
  await refuseClosed(needs)
  await needs.database.directory((tx) => needs.jobs.enqueue(tx, signUpJob, wish))
}

/** The job: to a new address a link, to a known one a word that it has an account. Nothing else exists of it yet. */
export async function writeSignUpLetter(
  payload: unknown,
  needs: Pick<Platform, 'database' | 'clock' | 'ids' | 'jobs' | 'publicUrl'>,
): Promise<void> {
  const { email, locale, ...wish } = SignUpWish.parse(payload)
  const { database, clock, publicUrl } = needs
  await database.directory(async (tx) => {
    const now = clock.now()
    const lately = { purpose: 'sign-up', since: new Date(now.getTime() - 60 * 60 * 1000) } as const
    if ((await countLetters(tx, { to: email }, lately)) >= lettersPerHour) return
    const known = await findUserByEmail(tx, email)
    const usefulUntil = new Date(now.getTime() + times.signUpLifetimeMs)
    const about = { name: wish.firstName, organisation: wish.organisationName, email, host: publicUrl.host }
    const letter = { userId: known?.id ?? null, purpose: 'sign-up', to: email, usefulUntil } as const
    if (known) {
      const link = new URL('/sign-in', publicUrl).href
      await writeAccountLetter(tx, { ...letter, ...letterWords(locale).alreadySignedUp(about), link }, needs)
      return
    }
    const token = newToken()
    await replaceSignUp(tx, { ...wish, email, locale, createdAt: now, expiresAt: usefulUntil }, hashToken(token))
    const link = linkTo('signUp', token, publicUrl)
    await writeAccountLetter(tx, { ...letter, ...letterWords(locale).signUp(about), link }, needs)
  })
}
