import type { LetterId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { letterWords } from '#words/letters.ts'
import { settingsChanged } from '../settings-changed.ts'
import { letterJob } from './deliver-letter.ts'
import { insertLetter } from './store.ts'

type Templates = Pick<ReturnType<typeof letterWords>, 'invitation'>

/** A wish to write to somebody. */
export interface LetterWish<T extends keyof Templates = keyof Templates> {
  to: string
  locale: Locale
  template: T
  params: Parameters<Templates[T]>[0]
  /** What lets somebody in; kept apart from the words, and only until the letter has left. */
  link: string
  /** When the link expires: a letter that could not leave by then never does. */
  usefulUntil: Date
}

/**
 * Writes letters together with what they tell of, in one transaction. They leave after the commit, each by a job of its own.
 * Returns their ids in the order of the wishes.
 */
export async function writeLetters(
  tx: OrganisationTransaction,
  wishes: readonly LetterWish[],
  { clock, events, ids, jobs }: Pick<Platform, 'clock' | 'events' | 'ids' | 'jobs'>,
): Promise<LetterId[]> {
  const written: LetterId[] = []
  for (const { to, locale, template, params, link, usefulUntil } of wishes) {
    const id = ids.letter()
    const { subject, body } = letterWords(locale)[template](params)
    await insertLetter(tx, { id, to, subject, body, link, usefulUntil, createdAt: clock.now() })
    await jobs.enqueue(tx, letterJob, { organisationId: tx.organisationId, id })
    written.push(id)
  }
  if (written.length > 0) await events.append(tx, settingsChanged('letters'))
  return written
}
