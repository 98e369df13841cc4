import type { QuestionWords } from '../fr/questions.ts'
import { plural } from './grammar.ts'

const characters = (count: number) => plural(count, { one: '# character', other: '# characters' })
const number = (limit: number) => limit.toLocaleString('en', { maximumFractionDigits: 20 })

export const words: QuestionWords = {
  problem: {
    required: () => 'An answer is needed.',
    'too-short': ({ limit }) => `At least ${characters(limit ?? 0)} are needed.`,
    'too-long': ({ limit }) => `That is too long: ${characters(limit ?? 0)} at most.`,
    mask: ({ mask }) => `Write it as ${mask}.`,
    'not-email': () => 'This address looks incomplete. An example: “name@example.com”.',
    'not-phone': () => 'This number looks incomplete. An example: “+44 20 7946 0958”.',
    'not-number': () => 'Write a number.',
    'too-small': ({ limit }) => `That is too little: ${number(limit ?? 0)} at least.`,
    'too-large': ({ limit }) => `That is too much: ${number(limit ?? 0)} at most.`,
    'too-precise': ({ limit }) =>
      limit
        ? `At most ${plural(limit, { one: '# digit', other: '# digits' })} after the point.`
        : 'Write a whole number.',
    'not-date': () => 'There is no such date.',
    'not-past': () => 'Choose a date in the past.',
    'not-future': () => 'Choose a date to come.',
    'unknown-option': () => 'This answer is no longer offered.',
    'too-few': ({ limit }) => `Choose at least ${limit ?? 0}.`,
    'too-many': ({ limit }) => `Choose ${limit ?? 0} at most.`,
    'wrong-kind': () => 'This answer does not fit.',
  },
  maskHint: (example) => `For example ${example}`,
  answer: 'Your answer',
  send: 'Send',
  choose: 'Confirm',
  skip: 'Skip',
  skipped: 'No answer',
  optional: ' (optional)',
  change: 'Change',
  changeAnswer: (question) => `Change the answer to “${question}”`,
  dropped: 'The answers after it were taken back.',
  startAgain: 'Start again',
  questions: 'Questions',
  field: { name: 'Your name', email: 'Your e-mail address', phone: 'Your phone number', message: 'Your message' },
  sendForm: 'Send the message',
  nobody: 'Nobody can answer you right now. Leave us a few words: we will answer as soon as we can.',
  checkAgain: 'Check again',
  sending: 'Sending…',
  waiting: 'Offline, your answer will be sent when you are back',
  loadFailed: 'The questions could not be loaded.',
  retry: 'Try again',
  addFile: 'Add a file',
  fileFailed: 'The file could not be sent.',
  filesLost: (names) =>
    names.length === 1
      ? `The file you chose (${names[0]}) did not outlive the reload of the page: please add it again.`
      : `The files you chose (${names.join(', ')}) did not outlive the reload of the page: please add them again.`,
  removeFile: (name) => `Remove ${name}`,
}
