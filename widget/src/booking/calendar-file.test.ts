import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import { calendarFile } from './calendar-file.ts'

const appointment = {
  id: '01890000-0000-7000-8000-000000000001',
  sequence: 2,
  startsAt: '2026-11-28T13:00:00.000Z',
  endsAt: '2026-11-28T14:30:00.000Z',
  title: 'Initiation au tour, à deux; une heure et demie \\ 茶室の静けさ pour celles et ceux qui n’ont jamais tourné',
  organisationName: 'Maison Verdier',
  placeDetail: '31, rue des Tables-Claudiennes\nLyon',
  agent: { id: '', name: 'Hugo Marchetti', photoId: null },
} as unknown as AppointmentForVisitor

test('the file is the entry of the letters, as another library reads it', () => {
  const text = calendarFile(appointment, 'chat.verdier.example', new Date('2026-11-23T08:00:00.000Z'))
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  const event = new ICAL.Event(component ?? assert.fail('no entry'))
  assert.equal(event.uid, `appointment-${appointment.id}@chat.verdier.example`)
  assert.equal(event.sequence, 2)
  assert.equal(event.startDate.toJSDate().toISOString(), appointment.startsAt)
  assert.equal(event.endDate.toJSDate().toISOString(), appointment.endsAt)
  assert.equal(event.summary, `${appointment.title} – Maison Verdier`)
  assert.equal(event.location, appointment.placeDetail)
  for (const line of text.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line)
})
