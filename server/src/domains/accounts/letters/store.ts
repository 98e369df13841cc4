import type { LetterId, UserId } from '#contract/ids.ts'
import type { Transaction } from '#server/platform/database/database.ts'
import type { OutgoingLetter } from '#server/platform/mail/mailer.ts'

const unsent = ['waiting', 'retrying'] as const
/** What a letter that will never leave keeps: that there was one, and no link. */
const dropped = { state: 'failed', body: '', next_attempt_at: null } as const
/** How long a letter is remembered. */
const keptMs = 30 * 24 * 60 * 60 * 1000

/** What the link of a letter is for. */
export type LetterPurpose = 'password-reset' | 'confirmation' | 'email-change' | 'email-objection' | 'sign-up'

interface NewLetter {
  id: LetterId
  /** Null: nobody has an account for the address yet. */
  userId: UserId | null
  purpose: LetterPurpose
  to: string
  subject: string
  body: string
  usefulUntil: Date
  createdAt: Date
}

export async function insertLetter(tx: Transaction, letter: NewLetter): Promise<void> {
  await tx.db
    .deleteFrom('account_letters')
    .where('recipient', '=', letter.to)
    .where('created_at', '<', new Date(letter.createdAt.getTime() - keptMs))
    .execute()
  await tx.db
    .insertInto('account_letters')
    .values({
      id: letter.id,
      user_id: letter.userId,
      purpose: letter.purpose,
      recipient: letter.to,
      subject: letter.subject,
      body: letter.body,
      state: 'waiting',
      useful_until: letter.usefulUntil,
      created_at: letter.createdAt,
    })
    .execute()
}

/** Letters whose links are dead. */
export async function dropUnsentLetters(
  tx: Transaction,
  userId: UserId,
  purposes: readonly LetterPurpose[],
): Promise<void> {
  await tx.db
    .updateTable('account_letters')
    .set({ ...dropped, last_error: 'no longer of use' })
    .where('user_id', '=', userId)
    .where('purpose', 'in', purposes)
    .where('state', 'in', unsent)
    .execute()
}

/** The same of an address that nobody has an account for. */
export async function dropUnsentLettersTo(tx: Transaction, recipient: string): Promise<void> {
  await tx.db
    .updateTable('account_letters')
    .set({ ...dropped, last_error: 'no longer of use' })
    .where('user_id', 'is', null)
    .where('recipient', '=', recipient)
    .where('state', 'in', unsent)
    .execute()
}

/** Every letter of a purpose written since an instant to a mailbox, or about an account, whatever became of it. */
export async function countLetters(
  tx: Transaction,
  whose: { to: string } | { userId: UserId },
  { purpose, since }: { purpose: LetterPurpose; since: Date },
): Promise<number> {
  const { count } = await tx.db
    .selectFrom('account_letters')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('to' in whose ? 'recipient' : 'user_id', '=', 'to' in whose ? whose.to : whose.userId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function listUnsentLetters(tx: Transaction): Promise<{ id: LetterId; nextAttemptAt: Date | null }[]> {
  return tx.db
    .selectFrom('account_letters')
    .select(['id', 'next_attempt_at as nextAttemptAt'])
    .where('state', 'in', unsent)
    .orderBy('id')
    .execute()
}

export async function claimLetter(
  tx: Transaction,
  id: LetterId,
  { now, until }: { now: Date; until: Date },
): Promise<{ letter: OutgoingLetter; attempts: number } | null> {
  await tx.db
    .updateTable('account_letters')
    .set({ ...dropped, last_error: 'too late' })
    .where('id', '=', id)
    .where('state', 'in', unsent)
    .where('useful_until', '<=', now)
    .execute()
  const row = await tx.db
    .updateTable('account_letters')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: until }))
    .where('id', '=', id)
    .where('state', 'in', unsent)
    .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<=', now)]))
    .returning(['recipient', 'subject', 'body', 'attempts'])
    .executeTakeFirst()
  if (!row) return null
  return { letter: { id, to: row.recipient, subject: row.subject, text: row.body }, attempts: row.attempts }
}

export async function markLetterSent(tx: Transaction, id: LetterId, now: Date): Promise<void> {
  await tx.db
    .updateTable('account_letters')
    .set({ state: 'sent', body: '', sent_at: now, next_attempt_at: null, last_error: null })
    .where('id', '=', id)
    .execute()
}

export async function postponeLetter(
  tx: Transaction,
  id: LetterId,
  { error, nextAttemptAt }: { error: string; nextAttemptAt: Date },
): Promise<void> {
  await tx.db
    .updateTable('account_letters')
    .set({ state: 'retrying', last_error: error, next_attempt_at: nextAttemptAt })
    .where('id', '=', id)
    .where('state', 'in', unsent)
    .execute()
}

export async function giveUpLetter(tx: Transaction, id: LetterId, { error }: { error: string }): Promise<void> {
  await tx.db
    .updateTable('account_letters')
    .set({ ...dropped, last_error: error })
    .where('id', '=', id)
    .where('state', 'in', unsent)
    .execute()
}
