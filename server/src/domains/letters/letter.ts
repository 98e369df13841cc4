import type { LetterId } from '#contract/ids.ts'

/** Waiting: not tried, or no SMTP yet. Failed: given up. */
export type LetterState = 'waiting' | 'retrying' | 'sent' | 'failed'

/** A letter of an organisation's outbox. */
export interface Letter {
  id: LetterId
  to: string
  subject: string
  /** Plain text, with {link} on a line of its own while the link is kept apart. */
  body: string
  /** The same as a page; null: it is text alone. */
  html: string | null
  /** Its words are its reader's alone: nobody reads them here, and they are forgotten once it left. It carries no link. */
  confidential: boolean
  /** An .ics file that goes with it; null: none. */
  calendar: string | null
  /** The link that lets somebody in; null once the letter left or its purpose ended. */
  link: string | null
  state: LetterState
  attempts: number
  /** What the mail server said last. */
  lastError: string | null
  nextAttemptAt: Date | null
  /** When its link expires: a letter that could not leave by then never does. */
  usefulUntil: Date
  createdAt: Date
  sentAt: Date | null
}

/** The letter's words, with its link or what stands in its place. Only a line of its own is the link's place: no name can pose as one. */
export const textOf = ({ body }: Pick<Letter, 'body'>, link: string): string => body.replace(/^\{link\}$/m, () => link)

/** On its way: an attempt is due now or later. */
export const isUnsent = ({ state }: Pick<Letter, 'state'>): boolean => state === 'waiting' || state === 'retrying'

/** What is not kept of a letter that left, or whose purpose ended. */
export const forgotten = ({ confidential }: Pick<Letter, 'confidential'>): Partial<Letter> =>
  confidential ? { body: '', html: null, calendar: null } : { link: null }
