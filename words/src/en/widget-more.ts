import type { WidgetMoreWords } from '../fr/widget-more.ts'
import { levels } from './rating-levels.ts'

/** What the widget says in English in its menu, and once a conversation is closed. */
export const words: WidgetMoreWords = {
  language: 'Language',
  sound: 'Sound when a message arrives',
  letter: 'Receive this conversation by e-mail',

  closing: 'After the conversation',
  question: 'How was this conversation?',
  levels,
  word: 'A word (optional)',
  send: 'Send',
  thanks: 'Thank you for your rating:',
  change: 'Change',
  putAway: 'Hide',

  letterTo: 'At which e-mail address?',
  emailWrong: 'Enter your whole e-mail address.',
  leaves: (email) => `The letter is on its way to ${email}.`,
  waits: (email) => `The letter to ${email} waits: it will leave as soon as this site can send its letters.`,
  leave: 'Close this form',
  notSent: 'This could not be sent. Try again.',
}
