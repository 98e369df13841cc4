import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** An appointment as calendars outside know it. */
export interface CalendarEntry {
  /** The same for as long as the appointment lives: an entry that comes again replaces the one before. */
  uid: string
  /** Grows with each change. */
  sequence: number
  from: Date
  to: Date
  /** When this state of it was written. */
  changedAt: Date
  title: string
  description: string
  /** Empty: none. */
  location: string
  /** Where it can be moved or cancelled; null: nowhere. */
  link: string | null
  organiser: { name: string; email: string }
  cancelled: boolean
}

/** What goes with a letter: the receiver's calendar enters, changes or takes out the one entry (RFC 5546 REQUEST and CANCEL). */
export function invitationFile(entry: CalendarEntry, attendee: { name: string; email: string }): string {
  const calendar = ical({
    prodId,
    method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent(eventOf(entry)).createAttendee({ ...attendee, rsvp: false })
  return calendar.toString()
}

/** A feed that calendars subscribe to. */
export function feedFile(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ prodId, name, ttl: 60 * 15 })
  for (const entry of entries) calendar.createEvent(eventOf(entry))
  return calendar.toString()
}

const prodId = { company: 'Comptoir', product: 'Comptoir' }

const eventOf = (entry: CalendarEntry) => ({
  id: entry.uid,
  sequence: entry.sequence,
  start: entry.from,
  end: entry.to,
  stamp: entry.changedAt,
  lastModified: entry.changedAt,
  summary: entry.title,
  description: entry.description,
  location: entry.location === '' ? null : entry.location,
  url: entry.link,
  organizer: entry.organiser,
  status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
})
