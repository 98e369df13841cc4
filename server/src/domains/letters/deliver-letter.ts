import * as z from 'zod'
import { LetterId, OrganisationId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { deliver, laterThan, type Outbox } from '#server/platform/mail/outbox.ts'
import type { Platform } from '#server/platform/platform.ts'
import { enqueueUnsentAccountLetters } from '../accounts/index.ts'
import { letterChanged } from './events.ts'
import { forgotten, isUnsent, type Letter, textOf } from './letter.ts'
import { listUnsentEverywhere, lockLetter, updateLetter } from './store.ts'

export const letterJob = 'letters.deliver'

const Delivery = z.object({ organisationId: OrganisationId, id: LetterId })
type Needs = Pick<Platform, 'database' | 'events' | 'jobs' | 'mailer' | 'clock'>

/** The job: one attempt at one letter. Without SMTP settings it does nothing, and the letter waits. */
export async function deliverLetter(payload: unknown, needs: Needs): Promise<void> {
  const { mailer, clock } = needs
  const { organisationId, id } = Delivery.parse(payload)
  if (mailer) await deliver(id, outboxOf(organisationId, needs), { mailer, clock })
}

/** Registers the job. Before jobs start. */
export const letterReactions = (needs: Needs): void =>
  needs.jobs.work(letterJob, (payload) => deliverLetter(payload, needs))

/**
 * At a start with SMTP settings: every letter that is still to leave, of organisations and of accounts, gets a job, whatever
 * became of its last one. Those written while there was no SMTP leave now.
 */
export async function enqueueUnsentLetters(needs: Pick<Platform, 'database' | 'jobs' | 'clock'>): Promise<void> {
  const { database, jobs, clock } = needs
  await enqueueUnsentAccountLetters(needs)
  await database.asOwner(async (tx) => {
    for (const { organisationId, id, nextAttemptAt } of await listUnsentEverywhere(tx)) {
      const startAfter = laterThan(clock.now(), nextAttemptAt)
      await jobs.enqueue(tx, letterJob, { organisationId, id }, { startAfter })
    }
  })
}

function outboxOf(
  organisationId: OrganisationId,
  { database, events, jobs }: Pick<Platform, 'database' | 'events' | 'jobs'>,
): Outbox<LetterId> {
  /** Changes a letter that is still to leave; one that was cancelled meanwhile stays so. */
  const change = (id: LetterId, how: (tx: OrganisationTransaction, letter: Letter) => Promise<void>) =>
    database.transaction(organisationId, async (tx) => {
      const letter = await lockLetter(tx, id)
      if (!letter || !isUnsent(letter)) return
      await how(tx, letter)
      for (const event of letterChanged()) await events.append(tx, event)
    })

  return {
    claim: (id, { now, until }) =>
      database.transaction(organisationId, async (tx) => {
        const letter = await lockLetter(tx, id)
        if (!letter || !isDue(letter, now)) return null
        if ((letter.link === null && !letter.confidential) || letter.usefulUntil <= now) {
          await updateLetter(tx, id, { state: 'cancelled', ...forgotten(letter), nextAttemptAt: null })
          for (const event of letterChanged()) await events.append(tx, event)
          return null
        }
        const attempts = letter.attempts + 1
        await updateLetter(tx, id, { attempts, nextAttemptAt: until })
        const { to, subject, html, calendar } = letter
        const text = letter.link === null ? letter.body : textOf(letter, letter.link)
        return { letter: { id, to, subject, text, html, calendar }, attempts }
      }),

    markSent: (id, now) =>
      change(id, (tx, letter) => {
        const sent = { state: 'sent', sentAt: now, nextAttemptAt: null, lastError: null } as const
        return updateLetter(tx, id, { ...sent, ...forgotten(letter) })
      }),

    postpone: (id, { error, nextAttemptAt }) =>
      change(id, async (tx) => {
        await updateLetter(tx, id, { state: 'retrying', lastError: error, nextAttemptAt })
        await jobs.enqueue(tx, letterJob, { organisationId, id }, { startAfter: nextAttemptAt })
      }),

    giveUp: (id, { error }) =>
      change(id, (tx) => updateLetter(tx, id, { state: 'failed', lastError: error, nextAttemptAt: null })),
  }
}

const isDue = (letter: Letter, now: Date): boolean =>
  isUnsent(letter) && (letter.nextAttemptAt === null || letter.nextAttemptAt <= now)
