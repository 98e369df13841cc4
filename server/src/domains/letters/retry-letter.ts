import type { LetterId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { attemptLastsMs, laterThan } from '#server/platform/mail/outbox.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import type { Actor } from '../callers.ts'
import { letterJob } from './deliver-letter.ts'
import { letterChanged } from './events.ts'
import type { Letter } from './letter.ts'
import { lockLetter, updateLetter } from './store.ts'

/** The actor as they stand inside the transaction: a later room's, so handed in. */
export type HoldActor = (tx: OrganisationTransaction, actor: Actor) => Promise<Actor>

/**
 * Tries to send a letter now that waits or was given up, instead of when its next attempt is due.
 *
 * @refuses request.not-found | access.refused | letters.not-waiting
 */
export async function retryLetter(
  by: Actor,
  id: LetterId,
  { holdActor, ...needs }: Pick<Platform, 'database' | 'events' | 'jobs' | 'clock'> & { holdActor: HoldActor },
): Promise<Letter> {
  const { database, events, jobs, clock } = needs
  return database.transaction(by.organisationId, async (tx) => {
    authorise(await holdActor(tx, by), 'letters.read', null)
    const letter = await lockLetter(tx, id)
    if (!letter) throw refusal('request.not-found')
    const now = clock.now()
    if (letter.state === 'sent' || letter.usefulUntil <= now) throw refusal('letters.not-waiting')
    // Within a claim's length an attempt may be under way: the letter is not sent twice for being asked for twice.
    const soon = letter.nextAttemptAt !== null && letter.nextAttemptAt.getTime() - now.getTime() <= attemptLastsMs
    const nextAttemptAt = soon ? letter.nextAttemptAt : null
    const state = letter.state === 'failed' ? 'waiting' : letter.state
    await updateLetter(tx, id, { state, nextAttemptAt })
    const payload = { organisationId: by.organisationId, id }
    await jobs.enqueue(tx, letterJob, payload, { startAfter: laterThan(now, nextAttemptAt) })
    for (const event of letterChanged()) await events.append(tx, event)
    return { ...letter, state, nextAttemptAt }
  })
}
