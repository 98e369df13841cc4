import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, type Interval, type OpeningHours, openingOf } from './opening.ts'
import { isTimeZone } from './wall-clock.ts'

/** "9-12:30" */
const interval = (text: string): Interval => {
  const [fromMinute = 0, toMinute = 0] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return hours * 60 + minutes
  })
  return { fromMinute, toMinute }
}

/** Days from Monday, each with its intervals: "9-12 14-18", '' for a closed one. */
function open(zone: string, days: string[], closed: string[] = []): OpeningHours {
  const week = Array.from({ length: 7 }, (_, day) => (days[day] ?? '').split(' ').filter(Boolean).map(interval))
  return { opens: 'by-hours', zone, week, closedDays: closed.map((date) => ({ date, label: '' })) }
}

const everyDay = (hours: string) => Array.from({ length: 7 }, () => hours)
const office = open('Europe/Paris', ['9-12 14-18', '9-12 14-18', '9-12 14-18', '9-12 14-18', '9-12 14-17', '10-12:30'])

/** "open until …" or "closed until …", in UTC; "… for good" where nothing changes within sight. */
function told(hours: OpeningHours, now: string): string {
  const { open, until } = openingOf(hours, new Date(now))
  const state = open ? 'open' : 'closed'
  return until ? `${state} until ${until.toISOString().replace(':00.000Z', 'Z')}` : `${state} for good`
}

/** In 2026: winter in Paris is UTC+1, summer UTC+2, from 29 March 01:00Z to 25 October 01:00Z. 23 November is a Monday. */
const table: [what: string, hours: OpeningHours, now: string, expected: string][] = [
  ['in the morning', office, '2026-11-23T08:30:00Z', 'open until 2026-11-23T11:00Z'],
  ['at the very beginning', office, '2026-11-23T08:00:00Z', 'open until 2026-11-23T11:00Z'],
  ['a moment before it', office, '2026-11-23T07:59:59.999Z', 'closed until 2026-11-23T08:00Z'],
  ['at the very end', office, '2026-11-23T11:00:00Z', 'closed until 2026-11-23T13:00Z'],
  ['between two intervals', office, '2026-11-23T12:59:00Z', 'closed until 2026-11-23T13:00Z'],
  ['in the evening', office, '2026-11-23T17:00:00Z', 'closed until 2026-11-24T08:00Z'],
  ['over the week-end', office, '2026-11-28T12:00:00Z', 'closed until 2026-11-30T08:00Z'],
  ['in summer an hour earlier', office, '2026-07-15T07:00:00Z', 'open until 2026-07-15T10:00Z'],

  ['always', { ...office, opens: 'always' }, '2026-11-23T03:00:00Z', 'open for good'],
  [
    'always, whatever days are kept as closed',
    { ...open('Europe/Paris', [], ['2026-11-23']), opens: 'always' },
    '2026-11-23T03:00:00Z',
    'open for good',
  ],
  ['never', open('Europe/Paris', []), '2026-11-23T03:00:00Z', 'closed for good'],
  ['round the clock', open('Europe/Paris', everyDay('0-24')), '2026-11-23T03:00:00Z', 'open for good'],
  [
    'round the clock but one day',
    open('Europe/Paris', everyDay('0-24'), ['2026-12-25']),
    '2026-12-24T12:00:00Z',
    'open until 2026-12-24T23:00Z',
  ],
  [
    'on that day',
    open('Europe/Paris', everyDay('0-24'), ['2026-12-25']),
    '2026-12-25T12:00:00Z',
    'closed until 2026-12-25T23:00Z',
  ],

  ['past midnight', open('Europe/Paris', ['20-24', '0-2']), '2026-11-23T20:00:00Z', 'open until 2026-11-24T01:00Z'],
  [
    '24:00 is the end of the day',
    open('Europe/Paris', ['20-24']),
    '2026-11-23T20:00:00Z',
    'open until 2026-11-23T23:00Z',
  ],
  [
    'intervals that touch are one',
    open('Europe/Paris', ['9-12 12-14']),
    '2026-11-23T09:00:00Z',
    'open until 2026-11-23T13:00Z',
  ],
  ['once a week', open('Europe/Paris', ['', '', '10-11']), '2026-11-25T10:30:00Z', 'closed until 2026-12-02T09:00Z'],

  [
    'a closed day',
    open('Europe/Paris', everyDay('9-18'), ['2026-11-23']),
    '2026-11-23T10:00:00Z',
    'closed until 2026-11-24T08:00Z',
  ],
  [
    'a closed day after midnight of the evening before',
    open('Europe/Paris', ['20-24', '0-2'], ['2026-11-24']),
    '2026-11-23T20:00:00Z',
    'open until 2026-11-23T23:00Z',
  ],
  [
    'three weeks of holidays',
    open(
      'Europe/Paris',
      everyDay('9-18'),
      Array.from({ length: 21 }, (_, day) => `2026-08-${String(day + 1).padStart(2, '0')}`),
    ),
    '2026-08-01T10:00:00Z',
    'closed until 2026-08-22T07:00Z',
  ],
  [
    'an opening beyond what is looked for',
    open(
      'Europe/Paris',
      ['9-18'],
      Array.from({ length: 11 }, (_, week) => new Date(Date.UTC(2026, 10, 23 + week * 7)).toISOString().slice(0, 10)),
    ),
    '2026-11-23T10:00:00Z',
    'closed for good',
  ],

  [
    'the night clocks go forward is an hour shorter',
    open('Europe/Paris', everyDay('0-6')),
    '2026-03-29T00:30:00Z',
    'open until 2026-03-29T04:00Z',
  ],
  [
    'what begins in the hour that is skipped begins after it',
    open('Europe/Paris', everyDay('2:30-5')),
    '2026-03-29T00:30:00Z',
    'closed until 2026-03-29T01:00Z',
  ],
  [
    'what ends in the hour that is skipped ends before it',
    open('Europe/Paris', everyDay('0-2:30')),
    '2026-03-29T00:30:00Z',
    'open until 2026-03-29T01:00Z',
  ],
  [
    'what lies in the hour that is skipped is not there',
    open('Europe/Paris', everyDay('2-3')),
    '2026-03-28T12:00:00Z',
    'closed until 2026-03-30T00:00Z',
  ],
  [
    'the morning after',
    open('Europe/Paris', everyDay('9-18')),
    '2026-03-28T20:00:00Z',
    'closed until 2026-03-29T07:00Z',
  ],
  [
    'the night clocks go back is an hour longer',
    open('Europe/Paris', everyDay('0-6')),
    '2026-10-25T00:30:00Z',
    'open until 2026-10-25T05:00Z',
  ],
  [
    'an hour that is repeated counts twice',
    open('Europe/Paris', everyDay('2-3')),
    '2026-10-24T23:30:00Z',
    'closed until 2026-10-25T00:00Z',
  ],
  ['and is one', open('Europe/Paris', everyDay('2-3')), '2026-10-25T00:30:00Z', 'open until 2026-10-25T02:00Z'],
  [
    'half of one comes back',
    open('Europe/Paris', everyDay('2-2:30')),
    '2026-10-25T00:40:00Z',
    'closed until 2026-10-25T01:00Z',
  ],
  [
    'and the half before ends where it is gone back to',
    open('Europe/Paris', everyDay('2:30-3')),
    '2026-10-25T00:40:00Z',
    'open until 2026-10-25T01:00Z',
  ],

  [
    'half an hour off the others',
    open('Asia/Kolkata', everyDay('9-18')),
    '2026-11-23T00:00:00Z',
    'closed until 2026-11-23T03:30Z',
  ],
  [
    'far to the east it is tomorrow',
    open('Pacific/Kiritimati', ['', '9-18']),
    '2026-11-23T12:00:00Z',
    'closed until 2026-11-23T19:00Z',
  ],
  [
    'far to the west it is yesterday',
    open('Pacific/Pago_Pago', ['9-18']),
    '2026-11-24T03:00:00Z',
    'open until 2026-11-24T05:00Z',
  ],
  [
    'clocks that move half an hour',
    open('Australia/Lord_Howe', everyDay('0-24'), ['2026-04-05']),
    '2026-04-04T00:00:00Z',
    'open until 2026-04-04T13:00Z',
  ],
  [
    'where midnight is skipped',
    open('Africa/Cairo', everyDay('0-24'), ['2026-04-24']),
    '2026-04-23T12:00:00Z',
    'open until 2026-04-23T22:00Z',
  ],
]

for (const [what, hours, now, expected] of table)
  test(`[C9] opening hours: ${what}`, () => assert.equal(told(hours, now), expected))

test('[C9] whatever the hours, what is said to hold until then holds until then, and no longer', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Africa/Cairo', 'Australia/Lord_Howe']
  for (const zone of zones) {
    const hours = open(zone, ['0-2:30 9-12', '2-3 23-24', '0-1', '', '1:30-2:30', '0-24', '0-4 22-24'], ['2026-10-25'])
    for (let at = Date.UTC(2026, 9, 20); at < Date.UTC(2026, 10, 5); at += 47 * 60_000) {
      const { open: isOpen, until } = openingOf(hours, new Date(at))
      assert.ok(until && until.getTime() > at, `${zone} ${new Date(at).toISOString()}`)
      for (const before of [at, until.getTime() - 1])
        assert.equal(openingOf(hours, new Date(before)).open, isOpen, `${zone} ${new Date(before).toISOString()}`)
      assert.equal(openingOf(hours, until).open, !isOpen, `${zone} ${until.toISOString()}`)
    }
  }
})

test('[C9] intervals that overlap, or end before they begin, are found where they stand', () => {
  const day = (text: string) => text.split(' ').map(interval)
  assert.deepEqual(faultsOf([day('9-12 14-18'), day('0-24'), []]), [])
  assert.deepEqual(faultsOf([day('9-12 12-18')]), [], 'touching is no overlap')
  assert.deepEqual(faultsOf([[], day('9-12 11-13')]), [{ day: 1, interval: 1, is: 'overlap' }])
  assert.deepEqual(faultsOf([day('14-18 9-15')]), [{ day: 0, interval: 0, is: 'overlap' }], 'in any order')
  assert.deepEqual(faultsOf([day('9-12 18-14')]), [{ day: 0, interval: 1, is: 'backwards' }])
  assert.deepEqual(faultsOf([day('9-9')]), [{ day: 0, interval: 0, is: 'backwards' }], 'nothing is no interval')
  assert.deepEqual(faultsOf([day('9-20 10-11 12-13')]), [{ day: 0, interval: 1, is: 'overlap' }])
})

test('[C9] a time zone is one whose clocks are known', () => {
  for (const zone of ['Europe/Paris', 'America/Argentina/Buenos_Aires', 'UTC']) assert.ok(isTimeZone(zone), zone)
  for (const none of ['', 'Paris', 'Europe/Nowhere', '+02:00', '-05', 'Europe/Paris; drop'])
    assert.equal(isTimeZone(none), false, none)
})
