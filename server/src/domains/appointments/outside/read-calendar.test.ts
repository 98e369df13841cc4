import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { limits } from '#contract/limits.ts'
import { dayMs, minuteMs } from '#contract/wall-clock.ts'
import {
  type CalendarServer,
  calendarOf,
  patient,
  stampOf,
  startCalendarServer,
} from '#server/testing/calendar-server.ts'
import { readCalendar } from './read-calendar.ts'

let server: CalendarServer
before(async () => {
  server = await startCalendarServer()
})
after(() => server.close())

/** Four weeks around the night in which clocks go forward in Paris, 2026-03-29. */
const window = { from: Date.parse('2026-03-16T00:00Z'), to: Date.parse('2026-04-13T00:00Z') }

const reading = (file: string, { zone = 'Europe/Paris', patience = patient } = {}) =>
  readCalendar(
    { url: server.put(file).url, zone, window },
    { trusted: [server.origin], signal: new AbortController().signal, patience },
  )

/** `03-16 08:00 – 09:00` at UTC, of what is found busy. */
async function busyIn(file: string, zone?: string): Promise<string[]> {
  const found = await reading(file, { zone })
  assert.ok('busy' in found, JSON.stringify(found))
  return found.busy.map(({ from, to }) => `${asText(from)} – ${asText(to).slice(to - from > dayMs ? 0 : 6)}`)
}
const tooLarge = { fault: 'too-large' }
const asText = (at: number) => new Date(at).toISOString().slice(5, 16).replace('T', ' ')

const nineToTen = ['DTSTART;TZID=Europe/Paris:20260105T090000', 'DTEND;TZID=Europe/Paris:20260105T100000']

test('[A9] what repeats for ever is busy as far as is looked, by the clocks of its zone, with its exceptions', async () => {
  const at = (day: string) => [`DTSTART;TZID=Europe/Paris:${day}T090000`, `DTEND;TZID=Europe/Paris:${day}T100000`]
  const insteadOf = (day: string) => ['UID:weekly', `RECURRENCE-ID;TZID=Europe/Paris:${day}T090000`]
  const file = calendarOf([
    ['UID:weekly', ...at('20260105'), 'RRULE:FREQ=WEEKLY;BYDAY=MO,TH', 'EXDATE;TZID=Europe/Paris:20260319T090000'],
    [...insteadOf('20260330'), 'DTSTART:20260331T120000Z', 'DTEND:20260331T123000Z'],
    [...insteadOf('20260406'), ...at('20260406'), 'STATUS:CANCELLED'],
  ])
  assert.deepEqual(await busyIn(file), [
    '03-16 08:00 – 09:00',
    '03-23 08:00 – 09:00',
    '03-26 08:00 – 09:00',
    '03-31 12:00 – 12:30',
    '04-02 07:00 – 08:00',
    '04-09 07:00 – 08:00',
  ])
})

test('[A9] what is free or called off is not busy; what overlaps or touches is busy once', async () => {
  const at = (from: string, to: string) => [`DTSTART:20260318T${from}00Z`, `DTEND:20260318T${to}00Z`]
  const file = calendarOf([
    at('0800', '0900'),
    [...at('0900', '0930'), 'STATUS:TENTATIVE'],
    at('0815', '0845'),
    [...at('1000', '1100'), 'TRANSP:TRANSPARENT'],
    [...at('1200', '1300'), 'STATUS:CANCELLED'],
    [...at('1400', '1500'), 'TRANSP:OPAQUE', 'SUMMARY:Médecin; nobody’s business'],
    ['DTSTART:20260318T160000Z', 'DURATION:PT45M'],
    ['DTSTART:20260318T180000Z'],
    ['DTSTART:20250318T080000Z', 'DTEND:20250318T090000Z'],
    ['DTSTART:20270318T080000Z', 'DTEND:20270318T090000Z'],
  ])
  assert.deepEqual(await busyIn(file), ['03-18 08:00 – 09:30', '03-18 14:00 – 15:00', '03-18 16:00 – 16:45'])
})

test('[A9] whole days, and times without a zone, are of the calendar’s zone; where it has none, of its owner’s', async () => {
  const entries = [
    ['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'],
    ['DTSTART:20260323T090000', 'DTEND:20260323T100000', 'RRULE:FREQ=WEEKLY;COUNT=2'],
  ]
  const paris = ['03-23 08:00 – 09:00', '03-27 23:00 – 03-29 22:00', '03-30 07:00 – 08:00']
  const newYork = ['03-23 13:00 – 14:00', '03-28 04:00 – 03-30 04:00', '03-30 13:00 – 14:00']
  assert.deepEqual(await busyIn(calendarOf(entries)), paris)
  assert.deepEqual(await busyIn(calendarOf(entries), 'America/New_York'), newYork)
  assert.deepEqual(await busyIn(calendarOf(entries, ['X-WR-TIMEZONE:America/New_York'])), newYork)
  assert.deepEqual(await busyIn(calendarOf(entries, ['X-WR-TIMEZONE:Nowhere/Known'])), paris)
})

test('[A9] a calendar that tells nothing but when its owner is busy is read as well', async () => {
  const file = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VFREEBUSY', 'UID:busy', 'DTSTAMP:20260101T000000Z'],
    'FREEBUSY;FBTYPE=BUSY:20260318T080000Z/20260318T090000Z,20260318T100000Z/PT30M',
    'FREEBUSY;FBTYPE=FREE:20260318T120000Z/20260318T130000Z',
    ...['END:VFREEBUSY', 'END:VCALENDAR'],
  ].join('\r\n')
  assert.deepEqual(await busyIn(file), ['03-18 08:00 – 09:00', '03-18 10:00 – 10:30'])
})

test('[A9] what is no calendar, or no whole one, is not one', async () => {
  const whole = calendarOf([nineToTen])
  for (const file of [
    '',
    '<!doctype html><title>Sign in</title>',
    '{"kind":"calendar#events"}',
    'BEGIN:VCARD\r\nEND:VCARD\r\n',
    whole.slice(0, -20),
    whole.slice(whole.indexOf('BEGIN:VEVENT')),
    calendarOf([[...nineToTen, ...nineToTen]]),
  ])
    assert.deepEqual(await reading(file), { fault: 'not-a-calendar' }, file.slice(0, 40))
  assert.ok('busy' in (await reading(whole)), 'control')
  assert.deepEqual(await busyIn(calendarOf([])), [], 'an empty one is one')
})

test('[A9] a calendar that repeats without measure is too large, and ends no process but its own', async () => {
  const [start, numbers] = [
    'DTSTART:19700101T000000Z',
    (to: number) => Array.from({ length: to }, (_, at) => at).join(),
  ]
  for (const often of ['SECONDLY', 'MINUTELY', 'SECONDLY;INTERVAL=7'])
    assert.deepEqual(await reading(calendarOf([[start, 'DURATION:PT1M', `RRULE:FREQ=${often}`]])), tooLarge, often)
  const everyMinute = [start, 'DURATION:PT1M', `RRULE:FREQ=DAILY;BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)}`]
  const many = calendarOf(Array.from({ length: 4_000 }, () => everyMinute))
  assert.ok(many.length < limits.outsideCalendarBytes, 'control: it is not its bytes')
  assert.deepEqual(
    await reading(many, { patience: { ...patient, readMs: 10_000 } }),
    tooLarge,
    'a hundred million times',
  )
  assert.ok('busy' in (await reading(calendarOf([everyMinute]))), 'control: one of them is read')
})

test('[A9] times without number are not kept', async () => {
  const pieces = (count: number) =>
    calendarOf(
      Array.from({ length: count }, (_, piece) => [
        `DTSTART:${stampOf(window.from + 2 * piece * minuteMs)}`,
        'DURATION:PT1M',
      ]),
    )
  assert.equal((await busyIn(pieces(5_000))).length, 5_000)
  assert.deepEqual(await reading(pieces(5_001)), tooLarge)
})
