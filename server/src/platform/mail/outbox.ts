import type { Clock } from '../clock.ts'
import type { Mailer, OutgoingLetter } from './mailer.ts'

/** Letters in the database that are still to leave, as their delivery sees them. Each method is one transaction. */
export interface Outbox<Id extends string> {
  /**
   * Takes a letter for one attempt, which nobody else makes before `until`, and counts it. Null: it left, its purpose ended,
   * it is not due, or somebody else has it.
   */
  claim(id: Id, at: { now: Date; until: Date }): Promise<{ letter: OutgoingLetter; attempts: number } | null>
  /** The mail server has it. */
  markSent(id: Id, now: Date): Promise<void>
  /** The attempt failed; the next one is due then, and this sees to it that somebody makes it. */
  postpone(id: Id, failure: { error: string; nextAttemptAt: Date }): Promise<void>
  /** The last attempt failed. */
  giveUp(id: Id, failure: { error: string }): Promise<void>
}

/** Longer than the mailer ever takes, shorter than a lost job takes to come back. */
export const attemptLastsMs = 60_000

/**
 * One attempt to send one letter. No transaction is open while the mail server is spoken to.
 *
 * A letter is never lost: a process that dies during its attempt leaves a claim that runs out. It may be sent twice, when
 * the process dies between the mail server's yes and the commit; both carry the same Message-ID.
 */
export async function deliver<Id extends string>(
  id: Id,
  outbox: Outbox<Id>,
  { mailer, clock }: { mailer: Mailer; clock: Clock },
): Promise<void> {
  const now = clock.now()
  const claimed = await outbox.claim(id, { now, until: new Date(now.getTime() + attemptLastsMs) })
  if (!claimed) return
  const error = await attempt(mailer, claimed.letter)
  if (error === null) return outbox.markSent(id, clock.now())
  const next = nextAttemptAt(claimed.attempts, clock.now())
  return next ? outbox.postpone(id, { error, nextAttemptAt: next }) : outbox.giveUp(id, { error })
}

/** When a job may start that has an instant to wait for, if it lies ahead. */
export const laterThan = (now: Date, instant: Date | null): Date | undefined =>
  instant !== null && instant > now ? instant : undefined

/** Null when it was taken; the mail server's words otherwise. */
async function attempt(mailer: Mailer, letter: OutgoingLetter): Promise<string | null> {
  try {
    await mailer.send(letter)
    return null
  } catch (error) {
    return (error instanceof Error ? error.message : 'sending failed').slice(0, 500)
  }
}

const minuteMs = 60_000
const longestPauseMs = 6 * 60 * minuteMs
const attemptsInThreeDays = 18

/** After 1, 3, 9, 27, 81 and 243 minutes, then every six hours; null when three days of it were in vain. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  if (attempts >= attemptsInThreeDays) return null
  const pauseMs = Math.min(minuteMs * 3 ** (attempts - 1), longestPauseMs)
  return new Date(now.getTime() + pauseMs)
}
