import type { BookingWords } from '../fr/booking.ts'
import { plural } from './grammar.ts'

/** What a visitor reads in English who books, moves or cancels an appointment. */
export const words: BookingWords = {
  title: 'Book an appointment',
  back: 'Back',
  leave: 'Close booking',
  retry: 'Try again',
  unreachable: 'No answer: check your connection, then try again. Nothing you have written is lost.',
  offline: 'You are offline.',

  own: 'Your appointments to come',
  ownChange: 'The link you received by e-mail lets you move or cancel them.',

  whatFor: 'What is it about?',
  minutes: (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return plural(minutes, { one: '# minute', other: '# minutes' })
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
  },
  place: { 'on-site': 'on site', phone: 'by phone', video: 'by video' },
  noReason: 'No appointment can be booked here at the moment.',

  when: 'Which time suits you?',
  withWhom: 'With whom?',
  anybody: 'Anyone',
  zone: (name) => `Times: ${name}`,
  earlier: 'Previous week',
  later: 'Next week',
  looking: 'Looking for free times…',
  slotsFailed: 'The free times could not be loaded.',
  free: (month, count) => `${month}, ${plural(count, { one: '# free time', other: '# free times' })}`,
  none: (month) => `${month}, no free time`,
  timesOf: (day) => `Free times on ${day}`,
  noneThisWeek: 'No free time this week.',
  nextFree: (day) => `Next free time: ${day}`,
  noneTheseWeeks: 'No free time in these weeks.',
  laterWeeks: (month) => `See ${month}`,

  who: 'Your details',
  change: 'Change the time',
  name: 'Your name',
  email: 'Your e-mail address',
  phone: 'Your phone number',
  words: 'A word for us (optional)',
  wrong: {
    name: 'Enter your name.',
    email: 'Enter your whole e-mail address: the confirmation is sent there.',
    phone: 'Enter the number to call you at.',
    words: 'This text cannot be sent as it is.',
  },
  confirm: 'Confirm the appointment',
  taken: 'This time has just been taken. Nothing you have written is lost.',
  nearest: 'The nearest free times',
  choose: 'Choose a time.',
  allTimes: 'See all free times',

  booked: 'It is booked',
  letterLeaves: (email) => `A confirmation is on its way to ${email}, with a link to move or cancel.`,
  file: 'Add to my calendar',
  fileName: 'appointment.ics',
  another: 'Book another appointment',

  what: 'About',
  at: 'When',
  with: 'With',
  where: { 'on-site': 'Where', phone: 'How', video: 'Link' },
  byPhone: 'We will call you',
  videoLater: 'The link will be sent to you',

  yours: 'Your appointment',
  loading: 'Loading…',
  failed: 'The page could not be loaded.',
  cancelledState: 'This appointment is cancelled.',
  overState: 'This appointment is over.',
  askedToMove: (organisation) => `${organisation} asks you to choose another time.`,
  move: 'Move',
  moveTo: 'Choose another time',
  confirmMove: 'Move the appointment',
  instead: (day) => `Instead of: ${day}`,
  moved: 'Your appointment is moved. A confirmation is on its way by e-mail.',
  cancel: 'Cancel the appointment',
  cancelAsk: 'Cancel this appointment?',
  cancelMeans: 'The time will be offered to others, and a confirmation is sent to you by e-mail.',
  why: 'Why? (optional)',
  keep: 'Keep the appointment',
  cancelled: 'Your appointment is cancelled.',

  noScript: 'This page needs JavaScript to show you the free times.',
}
