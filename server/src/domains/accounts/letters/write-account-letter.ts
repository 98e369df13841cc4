import type { LetterId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { accountLetterJob } from './deliver-account-letter.ts'
import { dropUnsentLetters, dropUnsentLettersTo, insertLetter, type LetterPurpose } from './store.ts'

export interface AccountLetter {
  /** Null: nobody has an account for the address yet. */
  userId: UserId | null
  purpose: LetterPurpose
  to: string
  subject: string
  /** With {link} on a line of its own. */
  body: string
  link: string
  /** When the link expires: a letter that could not leave by then never does. */
  usefulUntil: Date
}

/** Writes a letter to a person about their account; it leaves after the commit. Earlier ones of that purpose that have not left are dropped. */
export async function writeAccountLetter(
  tx: Transaction,
  { link, body, ...letter }: AccountLetter,
  { clock, ids, jobs }: Pick<Platform, 'clock' | 'ids' | 'jobs'>,
): Promise<LetterId> {
  const id = ids.letter()
  if (letter.userId === null) await dropUnsentLettersTo(tx, letter.to)
  else await dropUnsentLetters(tx, letter.userId, [letter.purpose])
  await insertLetter(tx, { ...letter, id, body: body.replace(/^\{link\}$/m, () => link), createdAt: clock.now() })
  await jobs.enqueue(tx, accountLetterJob, { id })
  return id
}
