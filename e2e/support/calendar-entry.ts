import ICAL from 'ical.js'

/** What a calendar keeps of an appointment, read from an .ics file by another library than the one that wrote it. */
export function entryOf(text: string) {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  if (!event) throw new Error('no entry')
  const { uid, sequence, startDate, endDate, summary, location } = new ICAL.Event(event)
  return {
    ...{ uid, sequence, summary, location },
    start: startDate.toJSDate().toISOString(),
    end: endDate.toJSDate().toISOString(),
  }
}
