import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithin, localHour, nextWithin } from './hours.ts'

const nantes = { zone: 'Europe/Paris', from: 9, to: 19 }

test('an hour is the hour of the place, in summer and in winter', () => {
  assert.equal(localHour(Date.parse('2026-07-14T12:30:00Z'), 'Europe/Paris'), 14.5)
  assert.equal(localHour(Date.parse('2026-12-14T12:30:00Z'), 'Europe/Paris'), 13.5)
  assert.equal(localHour(Date.parse('2026-12-14T23:00:00Z'), 'Europe/Paris'), 0)
})

test('what falls out of hours waits for the next morning, what falls into them does not', () => {
  const noon = Date.parse('2026-11-20T11:00:00Z')
  assert.equal(nextWithin(noon, nantes), noon)
  const night = Date.parse('2026-11-20T22:10:00Z')
  assert.ok(!isWithin(night, nantes))
  assert.equal(new Date(nextWithin(night, nantes)).toISOString(), '2026-11-21T08:10:00.000Z')
})
