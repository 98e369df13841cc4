import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleFault } from '#server/domains/appointments/slots/recurrence.ts'
import { type Repeat, readRule, writeRule } from './repeat.ts'

const at = (text: string) => Date.parse(`${text}Z`)
/** A Monday, the first of its month. */
const start = at('2026-06-01T09:00')

const choices: Repeat[] = [
  { kind: 'once' },
  { kind: 'daily', every: 1, ending: null },
  { kind: 'daily', every: 3, ending: { count: 5 } },
  { kind: 'weekly', every: 1, days: [0, 1, 3], ending: null },
  { kind: 'weekly', every: 2, days: [4], ending: { until: '2026-12-31' } },
  { kind: 'monthly', every: 1, on: { nth: 1, weekday: 0 }, ending: null },
  { kind: 'monthly', every: 1, on: { nth: -1, weekday: 4 }, ending: null },
  { kind: 'monthly', every: 2, on: { day: 15 }, ending: null },
  { kind: 'monthly', every: 1, on: { day: -1 }, ending: null },
  { kind: 'yearly', every: 1, ending: { until: '2030-06-01' } },
]

test('each choice is a rule that the server knows, and is read from it as it was', () => {
  for (const choice of choices) {
    const rule = writeRule(choice)
    if (rule !== null) assert.equal(ruleFault(rule, { start, minutes: 60, now: start }), null, rule)
    assert.deepEqual(readRule(rule, start), choice, String(rule))
  }
})

test('a rule is read as what it means, however it is written', () => {
  const read = (rule: string) => writeRule(readRule(rule, start))
  assert.equal(read('FREQ=WEEKLY'), 'FREQ=WEEKLY;BYDAY=MO')
  assert.equal(read('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR'), 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')
  assert.equal(read('FREQ=MONTHLY'), 'FREQ=MONTHLY;BYMONTHDAY=1')
  assert.equal(read('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1'), 'FREQ=MONTHLY;BYDAY=1MO')
  assert.equal(read('FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1'), 'FREQ=YEARLY')
})

test('a rule that no choice makes stays as it is', () => {
  for (const rule of [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO',
    'FREQ=DAILY;BYMONTH=7,8',
  ]) {
    assert.deepEqual(readRule(rule, start), { kind: 'other', rule })
    assert.equal(writeRule(readRule(rule, start)), rule)
  }
})

test('an end earlier in its day than the beginning leaves that day out', () => {
  const until = (text: string) => readRule(`FREQ=DAILY;UNTIL=${text}`, start)
  assert.deepEqual(until('20260610T090000'), { kind: 'daily', every: 1, ending: { until: '2026-06-10' } })
  assert.deepEqual(until('20260610T085900'), { kind: 'daily', every: 1, ending: { until: '2026-06-09' } })
})
