import type { ReassigningWords } from '../fr/reassigning.ts'
import { plural } from './grammar.ts'

/** Giving somebody's appointments to others; the guard before they go. */
export const reassigning: ReassigningWords = {
  title: (name, count) =>
    plural(count, {
      zero: `${name} has no more appointments to come`,
      one: `${name} has 1 appointment to come`,
      other: `${name} has # appointments to come`,
    }),
  ownTitle: (count) =>
    plural(count, {
      zero: 'You have no more appointments to come',
      one: 'You have 1 appointment to come',
      other: 'You have # appointments to come',
    }),
  looking: 'Finding out who is free…',
  text: {
    removal: 'Give them to others before you remove this person. Each visitor will be told by e-mail.',
    leaving: 'Give them to others before you leave. Each visitor will be told by e-mail.',
    deactivation: 'Once deactivated, this person receives no visitors any more. Each visitor will be told by e-mail.',
    none: 'The time does not change. Each visitor will be told by e-mail.',
  },
  footer: {
    removal: 'They can be removed once the list is empty.',
    leaving: 'You can leave once the list is empty.',
    deactivation: 'You can deactivate without leaving anything once the list is empty.',
    none: 'Nothing changes before you confirm.',
  },
  columns: { date: 'Date', reason: 'Reason', to: 'Reassign to' },
  list: 'Appointments to reassign',
  toFor: (who) => `Reassign to, for ${who}`,
  act: 'Reassign',
  actFor: (who) => `Reassign the appointment of ${who}`,
  all: 'All to',
  spread: 'Whoever is free and has the fewest',
  possible: (count) =>
    plural(count, { zero: 'Reassign', one: 'Reassign the one that can be', other: 'Reassign the # that can be' }),
  every: (count) => plural(count, { one: 'Reassign', other: 'Reassign all #' }),
  done: (count) => plural(count, { one: '# appointment reassigned', other: '# appointments reassigned' }),
  nobody: 'Nobody is free',
  nobodyKnown: 'There is nobody else to give it to.',
  whyOf: (name, reasons) => `${name}: ${reasons}`,
  others: (count) => plural(count, { one: 'and # more', other: 'and # more' }),
  why: {
    inactive: 'inactive',
    'no-module': 'without the Appointments module',
    'sub-account': 'of another sub-account',
    reason: 'does not receive for this reason',
    absent: 'absent',
    holiday: 'holiday',
    closed: 'closed',
    busy: 'busy elsewhere',
    taken: 'already booked',
    changed: 'has just changed',
  },
  notPlaced: (reasons) => `Not possible: ${reasons}`,
  other: {
    menu: (who) => `Otherwise, for the appointment of ${who}`,
    label: 'Otherwise',
    ask: 'Offer other times',
    askHint: 'By e-mail; until then the appointment stands.',
    askImpossible: 'There is no e-mail address.',
    asked: (who) => `${who} was sent an e-mail to choose another time`,
    askedAt: 'Other times offered',
    cancel: 'Cancel this appointment…',
    cancelTitle: (who) => `Cancel the appointment of ${who}?`,
    cancelText: 'The visitor is told, with what you write here. A cancelled appointment does not come back.',
    why: 'Why',
    cancelConfirm: 'Cancel the appointment',
    cancelled: (who) => `Appointment of ${who} cancelled`,
  },
  blocked: {
    notYours: 'You cannot reassign them yourself: ask whoever runs appointments.',
    unseen: 'Some are out of your reach: ask whoever runs appointments to reassign them.',
    more: (count) => plural(count, { one: 'and # more', other: 'and # more' }),
  },
  deactivation: {
    text: (count) =>
      plural(count, {
        one: '# appointment to come stays in their name, and nobody can make another with them.',
        other: '# appointments to come stay in their name, and nobody can make another with them.',
      }),
    first: 'Reassign first…',
  },
}
