import type { ReasonWords } from '../fr/reasons.ts'
import { plural } from './grammar.ts'

/** How long something lasts, as people say it: `45 min`, `1 h 30`, `2 days`. */
const lasts = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (minutes > 0 && minutes % 1_440 === 0) return plural(minutes / 1_440, { one: '# day', other: '# days' })
  if (hours === 0) return `${minutes} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** Appointments → Reasons: what visitors may book. */
export const reasons: ReasonWords = {
  title: 'Reasons for an appointment',
  text: 'What people book: for how long, where, and with whom. Times are offered within the openings of those who receive.',
  add: 'Add a reason',
  tabs: { label: 'Appointments', calendar: 'Calendar', reasons: 'Reasons' },
  lasts,
  columns: { name: 'Reason', lasts: 'Length', place: 'Place', takers: 'Who receives', languages: 'Languages' },
  archivedGroup: { title: 'Archived', text: 'Nobody can book them any more; appointments already made stay.' },
  everybody: 'The whole sub-account',
  others: (count) => plural(count, { one: 'and # more', other: 'and # more' }),
  nobodyLeft: 'Nobody any more',
  free: (before, after) =>
    `${[before > 0 ? `${lasts(before)} before` : '', after > 0 ? `${lasts(after)} after` : ''].filter(Boolean).join(', ')} kept free`,
  empty: {
    title: 'No reasons yet',
    text: 'A first talk, a visit, a collection: add what your visitors make an appointment for.',
    nobody: 'Nothing can be booked yet.',
  },
  edit: 'Edit',
  archive: 'Archive',
  restore: 'Offer again',
  saved: (name) => `Reason “${name}” saved`,
  archived: (name) => `Reason “${name}” archived`,
  restored: (name) => `Reason “${name}” is offered again`,
  form: {
    addTitle: 'Add a reason',
    editTitle: (name) => `Edit “${name}”`,
    submit: 'Save',
    subAccount: 'Sub-account',
    name: 'Name',
    nameHint: 'For the team: in the calendar and in lists.',
    needName: 'Give this reason a name.',
    colour: 'Colour in the calendar',
    colours: ['Green', 'Blue', 'Amber', 'Violet', 'Terracotta', 'Pink', 'Turquoise', 'Grey'],
    otherColour: 'Another colour',
    texts: {
      title: 'What visitors read',
      languages: 'Languages of the reason',
      label: 'Title',
      description: 'Description',
      need: (language) => `Write the title in ${language}.`,
      first: 'Also read by those whose language is not here.',
      makeFirst: 'Put first',
      remove: 'Remove this language',
      add: 'Add a language',
      byDefault: 'default',
    },
    place: 'Place',
    places: {
      'on-site': { label: 'On site', hint: 'At the address that you give.' },
      phone: { label: 'By phone', hint: 'The visitor gives their number; you call them.' },
      video: { label: 'By video', hint: 'Through a link, given once it is booked.' },
    },
    placeDetail: { 'on-site': 'Address', video: 'Link of the video call', phone: '' },
    placeDetailHint: {
      'on-site': 'It is in the confirmation and in the visitor’s calendar.',
      video: 'An address with https://; it is only shown once the appointment is made.',
      phone: '',
    },
    needAddress: 'Say where the appointment takes place.',
    needLink: 'Give a whole link that begins with https://.',
    time: 'Time',
    minutes: 'Length, in minutes',
    everyMinutes: 'A beginning every … minutes',
    everyHint: (example) => `For example: ${example}…`,
    beforeMinutes: 'Free before, in minutes',
    afterMinutes: 'Free after, in minutes',
    bufferHint: 'Time to prepare, to tidy up or to get there: nothing else is booked in it.',
    fewer: 'Fewer',
    more: 'More',
    needNumber: (least, most) => `A whole number, from ${least} to ${most}.`,
    booking: 'When people book',
    notice: 'At the latest',
    noticeUnit: 'Unit',
    units: { minutes: 'minutes before', hours: 'hours before', days: 'days before' },
    aheadDays: 'At the earliest, in days ahead',
    bookingHint: 'Both limits are for visitors: the team may book without them.',
    reminders: 'Reminders to the visitor by e-mail',
    reminder: (minutes) => `${lasts(minutes)} before`,
    remindersMost: (most) => `${most} at most.`,
    takers: 'Who receives',
    takersAll: { label: 'The whole sub-account', hint: 'Whoever has the module Appointments, now and later.' },
    takersSome: { label: 'People you choose', hint: 'They alone, even when others arrive.' },
    takersNone: 'Nobody here has the module Appointments yet.',
    needTaker: 'Choose at least one person.',
    visitorsChoose: 'Visitors may choose with whom',
    visitorsChooseHint: 'Otherwise it goes to whoever is free and has the fewest.',
    changedMeanwhile: {
      text: 'Somebody has just changed this reason. What you wrote stays here as long as you do not load their version.',
      reload: 'See their version',
    },
  },
}
