import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { type CalendarEntry, feedFile, invitationFile } from './calendar-file.ts'

const entry: CalendarEntry = {
  ...{ uid: 'appointment-1@comptoir.example', sequence: 3 },
  from: new Date('2026-10-25T00:30:00Z'),
  to: new Date('2026-10-25T01:30:00Z'),
  changedAt: new Date('2026-10-01T12:00:00Z'),
  title: 'Dégustation ; thé, « sencha » \\ et plus',
  description: `Première ligne\nBEGIN:VALARM\r\nATTENDEE:mailto:oscar@example.org ${'é'.repeat(200)}`,
  location: '3, rue du Thé',
  link: 'https://comptoir.example/appointment/abc',
  organiser: { name: 'Maison "Verdier"', email: 'bonjour@verdier.example' },
  cancelled: false,
}
const vera = { name: 'Vera, Virgule', email: 'vera@example.org' }

/** As another library reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const [component, ...others] = calendar.getAllSubcomponents('vevent')
  assert.ok(component)
  return { calendar, event: new ICAL.Event(component), component, others }
}

test('the file of a letter enters the appointment, whatever was typed into it', () => {
  const file = invitationFile(entry, vera)
  const { calendar, event, component, others } = read(file)
  assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST')
  assert.equal(others.length, 0)
  assert.equal(component.getAllSubcomponents().length, 0, 'words bring no alarm in')
  assert.deepEqual([event.uid, event.sequence], [entry.uid, 3])
  assert.deepEqual([event.startDate.toJSDate(), event.endDate.toJSDate()], [entry.from, entry.to])
  assert.equal(event.summary, entry.title)
  assert.equal(event.description, entry.description.replace('\r', ''))
  assert.equal(event.location, entry.location)
  assert.equal(component.getFirstPropertyValue('url'), entry.link)
  assert.equal(component.getFirstPropertyValue('status'), 'CONFIRMED')
  assert.deepEqual(
    event.attendees.map((attendee) => [
      String(attendee.getFirstValue()).toLowerCase(),
      attendee.getFirstParameter('cn'),
    ]),
    [['mailto:vera@example.org', vera.name]],
  )
  assert.equal(event.organizer.toLowerCase(), 'mailto:bonjour@verdier.example')
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, 'folded as the standard asks')
})

test('the file of a cancellation takes the same entry out', () => {
  const { calendar, event, component } = read(invitationFile({ ...entry, sequence: 4, cancelled: true }, vera))
  assert.equal(calendar.getFirstPropertyValue('method'), 'CANCEL')
  assert.deepEqual([event.uid, event.sequence], [entry.uid, 4])
  assert.equal(component.getFirstPropertyValue('status'), 'CANCELLED')
})

test('a feed has all entries, none of them an invitation', () => {
  const { calendar, others } = read(
    feedFile('Ada Lefèvre', [entry, { ...entry, uid: 'other@comptoir.example', location: '' }]),
  )
  assert.equal(others.length, 1)
  assert.equal(calendar.getFirstPropertyValue('method'), null)
  assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Ada Lefèvre')
  assert.ok(others[0] && !others[0].hasProperty('location') && !others[0].hasProperty('attendee'))
})
