/** A letter as the mail server gets it. */
export interface OutgoingLetter {
  /** Makes the Message-ID, so that a retry after a lost answer is the same letter for the receiving side. */
  id: string
  to: string
  subject: string
  text: string
  /** The same as a page; absent or null: it is plain text alone. */
  html?: string | null
  /** An .ics file that goes with it, saying by its METHOD what is to be done with it; absent or null: none. */
  calendar?: string | null
}

export interface Mailer {
  /** Resolves once the mail server has taken it; rejects with its words otherwise. */
  send(letter: OutgoingLetter): Promise<void>
  close(): void
}
