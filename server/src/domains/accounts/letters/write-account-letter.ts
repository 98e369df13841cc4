import type { LetterId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { accountLetterJob } from './deliver-account-letter.ts'
import { dropUnsentLetters, insertLetter } from './store.ts'

export interface AccountLetter {
  userId: UserId
  to: string
  subject: string
  /** With {link} on a line of its own. */
  body: string
  link: string
  /** When the link expires: a letter that could not leave by then never does. */
  usefulUntil: Date
}

/** Writes a letter to a person about their account; it leaves after the commit. Earlier ones that have not left are dropped. */
export async function writeAccountLetter(
  tx: Transaction,
  { link, body, ...letter }: AccountLetter,
  { clock, ids, jobs }: Pick<Platform, 'clock' | 'ids' | 'jobs'>,
): Promise<LetterId> {
  const id = ids.letter()
  await dropUnsentLetters(tx, letter.userId)
  await insertLetter(tx, { ...letter, id, body: body.replace(/^\{link\}$/m, () => link), createdAt: clock.now() })
  await jobs.enqueue(tx, accountLetterJob, { id })
  return id
}
