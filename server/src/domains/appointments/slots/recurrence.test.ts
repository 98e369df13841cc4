import assert from 'node:assert/strict'
import { test } from 'node:test'
import { occurrencesOf, ruleFault } from './recurrence.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const nine = at('2026-11-02T09:00')
const now = at('2026-11-02T00:00')
const window = { from: at('2026-11-02T00:00'), to: at('2027-01-01T00:00') }
const first = (rule: string | null) =>
  occurrencesOf({ start: nine, minutes: 60, rule }, window)
    .slice(0, 3)
    .map(({ from }) => new Date(from).toISOString().slice(5, 16))

test('what happens by a rule happens by the clock on the wall, from its beginning on', () => {
  assert.deepEqual(first(null), ['11-02T09:00'])
  assert.deepEqual(first('FREQ=WEEKLY;BYDAY=MO,TH'), ['11-02T09:00', '11-05T09:00', '11-09T09:00'])
  assert.deepEqual(first('FREQ=WEEKLY;INTERVAL=2'), ['11-02T09:00', '11-16T09:00', '11-30T09:00'])
  assert.deepEqual(first('FREQ=MONTHLY;BYDAY=-1FR'), ['11-27T09:00', '12-25T09:00'])
  assert.deepEqual(first('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1'), ['11-02T09:00', '12-01T09:00'])
  assert.deepEqual(first('FREQ=DAILY;UNTIL=20261103T090000'), ['11-02T09:00', '11-03T09:00'])
  assert.deepEqual(first('FREQ=DAILY;COUNT=2'), ['11-02T09:00', '11-03T09:00'])
})

test('what began before a window and lasts into it is in it', () => {
  const night = { start: at('2026-11-01T22:00'), minutes: 240, rule: 'FREQ=WEEKLY' }
  assert.equal(occurrencesOf(night, window)[0]?.from, night.start)
  assert.deepEqual(occurrencesOf({ ...night, minutes: 120, rule: null }, window), [])
})

test('a rule that no calendar of openings knows is told from one that never happens', () => {
  const fault = (rule: string) => ruleFault(rule, { start: nine, minutes: 60, now })
  for (const rule of ['FREQ=WEEKLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=DAILY;COUNT=1;WKST=SU'])
    assert.equal(fault(rule), null, rule)
  for (const rule of [
    ...['', 'WEEKLY', 'FREQ=HOURLY', 'FREQ=SECONDLY', 'FREQ=weekly', 'FREQ=WEEKLY;', 'FREQ=WEEKLY=DAILY', 'INTERVAL=2'],
    ...['FREQ=WEEKLY;FREQ=DAILY', 'FREQ=WEEKLY;FOO=1', 'FREQ=WEEKLY;INTERVAL=0', 'FREQ=WEEKLY;COUNT=0'],
    ...['FREQ=WEEKLY;COUNT=2;UNTIL=20261231T000000', 'FREQ=WEEKLY;UNTIL=20261231', 'FREQ=WEEKLY;BYDAY=1MO'],
    ...['FREQ=WEEKLY;BYDAY=XX', 'FREQ=YEARLY;BYMONTH=13', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=DAILY;BYHOUR=1,2'],
    ...['FREQ=WEEKLY\nEXDATE:20261109T090000', 'FREQ=DAILY;RSCALE=HEBREW', '__proto__=1;FREQ=DAILY'],
    `FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(200)}1`,
  ])
    assert.equal(fault(rule), 'unknown', rule)
  for (const rule of [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY;UNTIL=20261101T000000',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
  ])
    assert.equal(fault(rule), 'never', rule)
  assert.equal(ruleFault('FREQ=DAILY;COUNT=3', { start: nine, minutes: 60, now: at('2026-12-01T00:00') }), 'never')
})
