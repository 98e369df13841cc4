import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'

type Kept = Pick<
  AppointmentForVisitor,
  'id' | 'sequence' | 'startsAt' | 'endsAt' | 'title' | 'organisationName' | 'placeDetail' | 'agent'
>

/**
 * An appointment as a file for the visitor's own calendar (RFC 5545). It is the entry that the letters change: the same id, and
 * the number of changes so far. `host`: of Comptoir.
 */
export function calendarFile(appointment: Kept, host: string, now: Date): string {
  const { id, sequence, startsAt, endsAt, title, organisationName, placeDetail, agent } = appointment
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Comptoir//Comptoir//EN',
    'BEGIN:VEVENT',
    `UID:appointment-${id}@${host}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(new Date(startsAt))}`,
    `DTEND:${stamp(new Date(endsAt))}`,
    `SUMMARY:${asText(`${title} – ${organisationName}`)}`,
    `DESCRIPTION:${asText(agent.name)}`,
    ...(placeDetail === '' ? [] : [`LOCATION:${asText(placeDetail)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return lines.map(fold).join('\r\n')
}

/** 20261123T080000Z */
const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

const asText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** A line has at most 75 bytes, a character at most four: what follows stands behind a space on the next. */
const fold = (line: string) => line.replace(/.{18}(?=.)/gu, '$&\r\n ')
