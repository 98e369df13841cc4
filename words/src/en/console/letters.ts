import type { LetterWords } from '../../fr/console/letters.ts'
import { plural } from '../grammar.ts'

export const letters: LetterWords = {
  title: 'Outbox',
  text: 'The letters Comptoir sends: invitations, forgotten passwords.',
  noSmtp: {
    title: 'No mail server is configured',
    text: 'Letters wait here: open one to read it and hand its link on. To send them, give the server SMTP_URL when it starts.',
  },
  columns: { to: 'To', subject: 'Subject', state: 'State', when: 'Date' },
  states: { waiting: 'Waiting', retrying: 'Trying again', sent: 'Sent', failed: 'Not sent' },
  attempts: (count) => plural(count, { zero: 'no attempt', one: '# attempt', other: '# attempts' }),
  nextAttempt: (when) => `next attempt ${when}`,
  lastError: 'The mail server’s answer',
  read: 'Read the letter',
  sendNow: 'Send now',
  sent: 'Letter sent',
  linksGone: 'The links of a sent letter can no longer be read here.',
  copyText: 'Text of the letter',
  empty: { title: 'No letters', text: 'The first one leaves when you invite somebody.' },
}
