import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAt, dayNumberOf, daysOf, firstFreeFrom, firstWeekAfter, lookOf, timesByDay, windowOf } from './days.ts'

// Clocks go back on the last Sunday of October, at three.
process.env.TZ = 'Europe/Paris'
const today = new Date('2026-10-23T12:00:00.000Z')

test('days follow one another over a change of clocks', () => {
  assert.equal(dayAt(today, 2).toISOString(), '2026-10-24T22:00:00.000Z')
  assert.equal(dayAt(today, 3).toISOString(), '2026-10-25T23:00:00.000Z', 'the day before had 25 hours')
  for (const day of [0, 1, 2, 3, 4, 160]) assert.equal(dayNumberOf(today, dayAt(today, day)), day)
  assert.equal(dayNumberOf(today, new Date('2026-10-25T22:59:00.000Z')), 2)
})

test('windows meet, and each week lies in one of them', () => {
  assert.equal(windowOf(today, 0).from, '2026-10-22T22:00:00.000Z', 'all of today')
  assert.equal(windowOf(today, 0).to, windowOf(today, 1).from)
  assert.equal(lookOf(7), 0)
  assert.equal(lookOf(firstWeekAfter(0)), 1)
  assert.deepEqual(daysOf(1), [7, 8, 9, 10, 11, 12, 13])
})

test('free times stand by the reader’s day, in order, and the next day that has one is found', () => {
  const days = timesByDay(today, ['2026-10-25T23:30:00.000Z', '2026-10-24T21:30:00.000Z', '2026-10-24T08:00:00.000Z'])
  assert.deepEqual(
    [...days],
    [
      [1, ['2026-10-24T08:00:00.000Z', '2026-10-24T21:30:00.000Z']],
      [3, ['2026-10-25T23:30:00.000Z']],
    ],
  )
  assert.equal(firstFreeFrom(days, 2), 3)
  assert.equal(firstFreeFrom(days, 4), undefined)
})
