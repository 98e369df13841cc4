import type { UserId } from '#contract/ids.ts'
import { times } from '#contract/limits.ts'
import { linkTo } from '#contract/links.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { letterWords } from '#words/letters.ts'
import { writeAccountLetter } from '../letters/write-account-letter.ts'
import { findUser } from '../store.ts'
import { replaceReset } from './store.ts'

/**
 * Writes to a person whose account was just made by somebody else, with a password, in that transaction: a link, good for a week, to
 * a password of their own. Following it proves the address; until then no other organisation trusts the account.
 */
export async function writeConfirmationLetter(
  tx: Transaction,
  { userId, organisation, by }: { userId: UserId; organisation: string; by: string },
  needs: Pick<Platform, 'clock' | 'ids' | 'jobs' | 'publicUrl'>,
): Promise<void> {
  const { clock, publicUrl } = needs
  const user = await findUser(tx, userId)
  if (!user) throw new Error('a letter to nobody')
  const now = clock.now()
  const token = newToken()
  const usefulUntil = new Date(now.getTime() + times.confirmationLifetimeMs)
  await replaceReset(tx, { userId, createdAt: now, expiresAt: usefulUntil }, hashToken(token))
  const words = letterWords(user.locale).confirmation({ name: user.name, organisation, by, host: publicUrl.host })
  const link = linkTo('newPassword', token, publicUrl)
  await writeAccountLetter(tx, { userId, purpose: 'confirmation', to: user.email, ...words, link, usefulUntil }, needs)
}
