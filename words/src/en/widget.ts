import type { WidgetWords } from '../fr/widget.ts'
import { plural } from './grammar.ts'

const noLonger = (name: string | null) => `${name ?? 'Your contact'} can no longer answer: somebody else will`

const takesOver = (name: string | null) => `${name ?? 'Somebody else'} takes over`

const byColleague = () => 'A colleague from the team will answer you'

const appointment = (what: string) => (name: string | null, when: string) =>
  `Appointment ${what}: ${when}, with ${name}`

const by = (name: string | null) => (name === null ? '' : ` by ${name}`)

/** What the widget says in English. */
export const words: WidgetWords = {
  panel: 'Chat',
  open: 'Open the chat',
  openUnread: (count) =>
    plural(count, { one: 'Open the chat, # unread message', other: 'Open the chat, # unread messages' }),
  close: 'Close the chat',
  menu: 'Settings',

  welcome: (organisation) => `Hello, welcome to ${organisation}`,
  greeting: 'How can we help you?',
  teamHere: 'We are here to answer you',
  teamAway: 'Write to us, we will answer as soon as we can',
  pending: 'We are going to answer you',
  closedNow: 'Closed for now',
  opensAgain: (moment) => `Closed for now, back ${moment}`,
  moment: {
    today: (time) => `today at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    other: (day, time) => `${day} at ${time}`,
  },
  away: 'Nobody is here right now. Leave us a message and your e-mail address, and we will answer you.',
  email: 'Your e-mail address',
  emailOptional: 'Your e-mail address (optional)',
  emailWrong: 'Enter your whole e-mail address, so that we can answer you.',
  paused: 'Nothing can be written here for now. What was said stays here.',
  before: (count) =>
    count === 0 ? 'You are next' : plural(count, { one: '# person before you', other: '# people before you' }),
  estimate: (minutes) => `about ${minutes} min`,
  answering: 'Answers you here',
  closed: 'Conversation closed',

  log: 'Messages',
  you: 'You',
  today: 'Today',
  yesterday: 'Yesterday',
  notice: {
    'picked-up': (name) => `Conversation picked up${by(name)}`,
    closed: (name) => `Conversation closed${by(name)}`,
    reopened: (name) => `Conversation reopened${by(name)}`,
    deactivated: noLonger,
    left: noLonger,
    'out-of-reach': noLonger,
    gone: noLonger,
    away: (name) => `${name ?? 'The person you wrote to'} had to leave: somebody else will answer you`,
    'handed-over': takesOver,
    transferred: takesOver,
    moved: byColleague,
    'given-back': byColleague,
    'transcript-sent': (to) => `Conversation sent to ${to}`,
    'appointment-booked': appointment('booked'),
    'appointment-moved': appointment('moved'),
    'appointment-cancelled': appointment('cancelled'),
    'appointment-reassigned': appointment('given to somebody else'),
  },
  deleted: 'Message deleted',
  edited: 'edited',
  typing: (name) => `${name} is typing…`,
  says: (name, text) => `${name}: ${text}`,
  newMessages: (count) => plural(count, { one: '# new message', other: '# new messages' }),
  putAway: 'Hide this message',
  toEnd: 'Go to the last message',
  loading: 'Loading the conversation…',
  questionsFailed: 'The questions could not be loaded.',
  loadingOlder: 'Loading older messages…',
  olderFailed: 'Older messages could not be loaded.',

  emoji: 'Emoji',
  composer: 'Your message',
  firstPlaceholder: 'Write your question…',
  placeholder: 'Your message…',
  againPlaceholder: 'Another question?',
  send: 'Send',
  attach: 'Attach a file',
  attachFailed: 'The file could not be attached. Try again.',
  files: (count, first) => (count > 1 ? `${count} files: ${first}…` : `File: ${first}`),
  left: (count) => plural(count, { one: '# character left', other: '# characters left' }),
  tooLong: (count) => plural(count, { one: '# character too many', other: '# characters too many' }),

  sending: 'Sending…',
  sent: 'Sent',
  seen: 'Seen',
  waiting: (count) =>
    plural(count, {
      one: 'Offline, will be sent when you are back',
      other: 'Offline, # messages will be sent when you are back',
    }),
  notSent: 'Not sent',
  retry: 'Try again',
  copy: 'Copy',
  takeBack: 'Edit',
  discard: 'Delete',

  offline: 'You are offline. What you write will be sent when you are back.',
  notKept: 'Your browser keeps nothing: leave this page open until it is sent.',
  outdated: 'The chat has been updated.',
  reload: 'Load the page again',
  ended: 'The chat is no longer available on this page.',
}
