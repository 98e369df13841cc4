import type { Transaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { Origin } from '../../callers.ts'
import { tellJournal } from '../journal.ts'
import { dropUnsentLetters } from '../letters/store.ts'
import { deleteResets } from '../passwords/store.ts'
import { tellProfileChanged } from '../reactions.ts'
import { writeEmail } from '../store.ts'
import type { User } from '../user.ts'
import { deleteChange } from './store.ts'

/**
 * Makes a proven address the account's, in the transaction of the proof, the user's row locked. What waited at the old one dies:
 * links to a new password and other changes. Organisations' copies follow by a job.
 *
 * @refuses accounts.email-taken
 */
export async function setEmail(
  tx: Transaction,
  user: User,
  { email, origin }: { email: string; origin: Origin },
  needs: Pick<Platform, 'clock' | 'ids' | 'jobs'>,
): Promise<void> {
  if (!(await writeEmail(tx, user.id, email, needs.clock.now()))) throw refusal('accounts.email-taken')
  await deleteResets(tx, user.id)
  await deleteChange(tx, user.id)
  await dropUnsentLetters(tx, user.id, ['password-reset', 'email-change'])
  if (user.email === email) return
  await tellProfileChanged(tx, user.id, needs)
  await tellJournal(
    tx,
    {
      act: 'accounts.email-changed',
      person: { userId: user.id },
      origin,
      before: { email: user.email },
      after: { email },
    },
    needs,
  )
}
