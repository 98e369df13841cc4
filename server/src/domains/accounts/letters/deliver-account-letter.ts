import * as z from 'zod'
import { LetterId } from '#contract/ids.ts'
import { deliver, laterThan, type Outbox } from '#server/platform/mail/outbox.ts'
import type { Platform } from '#server/platform/platform.ts'
import { claimLetter, giveUpLetter, listUnsentLetters, markLetterSent, postponeLetter } from './store.ts'

export const accountLetterJob = 'accounts.deliver-letter'

const Delivery = z.object({ id: LetterId })

/** The job. Without SMTP settings it does nothing: the letter waits for the operator to read it, or for SMTP. */
export async function deliverAccountLetter(
  payload: unknown,
  needs: Pick<Platform, 'database' | 'clock' | 'jobs' | 'mailer'>,
): Promise<void> {
  const { mailer, clock } = needs
  if (mailer) await deliver(Delivery.parse(payload).id, accountOutbox(needs), { mailer, clock })
}

/** At a start with SMTP: every letter that is still to leave gets a job, whatever became of its last one. */
export async function enqueueUnsentAccountLetters({
  database,
  jobs,
  clock,
}: Pick<Platform, 'database' | 'jobs' | 'clock'>): Promise<void> {
  await database.directory(async (tx) => {
    for (const { id, nextAttemptAt } of await listUnsentLetters(tx))
      await jobs.enqueue(tx, accountLetterJob, { id }, { startAfter: laterThan(clock.now(), nextAttemptAt) })
  })
}

const accountOutbox = ({ database, jobs }: Pick<Platform, 'database' | 'jobs'>): Outbox<LetterId> => ({
  claim: (id, at) => database.directory((tx) => claimLetter(tx, id, at)),
  markSent: (id, now) => database.directory((tx) => markLetterSent(tx, id, now)),
  postpone: (id, failure) =>
    database.directory(async (tx) => {
      await postponeLetter(tx, id, failure)
      await jobs.enqueue(tx, accountLetterJob, { id }, { startAfter: failure.nextAttemptAt })
    }),
  giveUp: (id, failure) => database.directory((tx) => giveUpLetter(tx, id, failure)),
})
