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
    const kept = { id, to, subject, body, html: null, confidential: false, calendar: null, link, usefulUntil }
    await insertLetter(tx, { ...kept, createdAt: clock.now() })
    await jobs.enqueue(tx, letterJob, { organisationId: tx.organisationId, id })
    written.push(id)
  }
  if (written.length > 0) await events.append(tx, settingsChanged('letters'))
  return written
}

/** A letter whose words are nobody's but its reader's: a conversation's, not the organisation's own. */
export interface ConfidentialLetter {
  to: string
  subject: string
  text: string
  /** The same as a page. */
  html: string
  /** An .ics file that goes with it; absent: none. */
  calendar?: string
  /** One that could not leave by then never does. */
  usefulUntil: Date
}

/** Writes it with what asks for it, in one transaction; it leaves after the commit. The outbox shows that there is one, not what it says. */
export async function writeConfidentialLetter(
  tx: OrganisationTransaction,
  { to, subject, text, html, calendar, usefulUntil }: ConfidentialLetter,
  { clock, events, ids, jobs }: Pick<Platform, 'clock' | 'events' | 'ids' | 'jobs'>,
): Promise<LetterId> {
  const id = ids.letter()
  const kept = {
    id,
    to,
    subject,
    body: text,
    html,
    confidential: true,
    calendar: calendar ?? null,
    link: null,
    usefulUntil,
  }
  await insertLetter(tx, { ...kept, createdAt: clock.now() })
  await jobs.enqueue(tx, letterJob, { organisationId: tx.organisationId, id })
  await events.append(tx, settingsChanged('letters'))
  return id
}
