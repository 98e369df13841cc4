import * as z from 'zod'
import { times } from '#contract/limits.ts'
import { linkTo } from '#contract/links.ts'
import { Email, Locale } from '#contract/text.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { letterWords } from '#words/letters.ts'
import { countLetters } from '../letters/store.ts'
import { writeAccountLetter } from '../letters/write-account-letter.ts'
import { findUserByEmail } from '../store.ts'
import { findResetOf, replaceReset } from './store.ts'

export const resetJob = 'accounts.write-reset-letter'

export const ResetWish = z.object({ email: Email, locale: Locale })
export type ResetWish = z.infer<typeof ResetWish>

/** Somebody who asks twice in a hurry gets one letter, … */
const lettersApartMs = 2 * 60 * 1000
/** … and nobody's mailbox is filled by a stranger who asks in their name. */
const lettersPerHour = 5

/**
 * Asks for a letter with a link to a new password. Known and unknown addresses cost the same here, one job: who it is for is
 * found out when the job is done.
 */
export async function requestReset(
  wish: ResetWish,
  { database, jobs }: Pick<Platform, 'database' | 'jobs'>,
): Promise<void> {
  await database.directory((tx) => jobs.enqueue(tx, resetJob, wish))
}

/**
 * The job: makes the link, and the letter that carries it. Nothing for an address without an account.
 *
 * Past the limits the newest link stays the good one and its letter is in the owner's mailbox already: a stranger who asks
 * again and again neither floods the owner nor kills the link they hold.
 */
export async function writeResetLetter(
  { email, locale }: ResetWish,
  needs: Pick<Platform, 'database' | 'clock' | 'ids' | 'jobs' | 'publicUrl'>,
): Promise<void> {
  const { database, clock, publicUrl } = needs
  await database.directory(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (!user) return
    const now = clock.now()
    const earlier = await findResetOf(tx, user.id)
    if (earlier && now.getTime() - earlier.createdAt.getTime() < lettersApartMs) return
    const since = new Date(now.getTime() - 60 * 60 * 1000)
    const lately = await countLetters(tx, { to: email }, { purpose: 'password-reset', since })
    if (lately >= lettersPerHour) return

    const token = newToken()
    const expiresAt = new Date(now.getTime() + times.passwordResetLifetimeMs)
    await replaceReset(tx, { userId: user.id, createdAt: now, expiresAt }, hashToken(token))
    const { subject, body } = letterWords(locale).passwordReset({ name: user.name, email, host: publicUrl.host })
    const link = linkTo('newPassword', token, publicUrl)
    await writeAccountLetter(
      tx,
      { userId: user.id, purpose: 'password-reset', to: email, subject, body, link, usefulUntil: expiresAt },
      needs,
    )
  })
}
